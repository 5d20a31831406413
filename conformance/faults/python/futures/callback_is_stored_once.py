# what: Callbacks are kept in a set.
# kills: futures.callback.duplicate
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.add_done_callback
Future.add_done_callback = lambda self, function: None if function in self._done_callbacks else own(self, function)
