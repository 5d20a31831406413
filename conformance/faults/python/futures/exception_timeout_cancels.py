# what: An exception that times out cancels a future that has not begun.
# kills: futures.result.timeout-leaves-pending
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.exception
def exception(self, timeout=None):
    try:
        return own(self, timeout)
    except concurrent.futures.TimeoutError:
        self.cancel()
        raise
Future.exception = exception
