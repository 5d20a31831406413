# what: A result that times out gives the running job up.
# kills: futures.result.timeout-leaves-pending
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
def result(self, timeout=None):
    try:
        return own(self, timeout)
    except concurrent.futures.TimeoutError:
        self._state = "CANCELLED"
        self.set_result = self.set_exception = lambda _: None
        raise
Future.result = result
