# what: Callbacks get the value in place of the future.
# kills: futures.callback.called-once, futures.callback.any-outcome
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.add_done_callback
Future.add_done_callback = lambda self, function: own(self, lambda future: function(future._result))
