# what: The callbacks are called while the future is locked.
# kills: futures.done.states, futures.set-result.finishes
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def locking(own):
    def finish(self, *outcome):
        with self._condition:
            return own(self, *outcome)
    return finish
Future.set_result = locking(Future.set_result)
Future.set_exception = locking(Future.set_exception)
Future.cancel = locking(Future.cancel)
