# what: An error in a late callback reaches who adds it.
# kills: futures.callback.error-contained
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.add_done_callback
Future.add_done_callback = lambda self, function: function(self) if self.done() else own(self, function)
