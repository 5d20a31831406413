# what: The first call of result takes the value away.
# kills: futures.result.repeatable
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
def result(self, timeout=None):
    value = own(self, timeout)
    self._result = None
    return value
Future.result = result
