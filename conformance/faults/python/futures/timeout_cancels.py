# what: A result that times out cancels the future.
# kills: futures.result.timeout-leaves-pending, futures.executor.nested-wait
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
def result(self, timeout=None):
    try:
        return own(self, timeout)
    except concurrent.futures.TimeoutError:
        self.cancel()
        raise
Future.result = result
