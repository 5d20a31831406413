# what: The first call of result takes the error away.
# kills: futures.result.repeatable
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
def result(self, timeout=None):
    try:
        return own(self, timeout)
    finally:
        self._exception = None
Future.result = result
