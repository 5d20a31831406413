# what: A later registration calls the earlier callbacks again.
# kills: futures.callback.called-once, futures.callback.duplicate
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.add_done_callback
def add(self, function):
    if self.done():
        self._done_callbacks.append(function)
        self._invoke_callbacks()
    else:
        own(self, function)
Future.add_done_callback = add
