# what: A callback added to a finished future is never called.
# kills: futures.callback.late, futures.callback.called-once, futures.callback.error-contained
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.add_done_callback
Future.add_done_callback = lambda self, function: None if self.done() else own(self, function)
