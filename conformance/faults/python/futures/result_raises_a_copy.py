# what: result raises a copy of the stored error.
# kills: futures.result.reraises
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
def result(self, timeout=None):
    if self.done() and self._exception is not None:
        raise type(self._exception)(*self._exception.args)
    return own(self, timeout)
Future.result = result
