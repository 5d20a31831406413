# what: exception gives None when its timeout expires.
# kills: futures.result.timeout
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.exception
def exception(self, timeout=None):
    try:
        return own(self, timeout)
    except concurrent.futures.TimeoutError:
        return None
Future.exception = exception
