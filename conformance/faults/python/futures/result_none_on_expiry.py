# what: A timeout that expires gives None.
# kills: futures.result.timeout, futures.result.timeout-leaves-pending, futures.executor.nested-wait
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
def result(self, timeout=None):
    try:
        return own(self, timeout)
    except concurrent.futures.TimeoutError:
        return None
Future.result = result
