# what: A callback that is added while the job runs replaces the one before it.
# kills: futures.callback.called-once, futures.callback.order
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.add_done_callback
def add(self, function):
    with self._condition:
        if self._state == base.RUNNING:
            self._done_callbacks.clear()
    own(self, function)
Future.add_done_callback = add
