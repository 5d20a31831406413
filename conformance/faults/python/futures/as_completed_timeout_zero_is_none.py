# what: as_completed takes a timeout of zero for none.
# kills: futures.as-completed.timeout
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
def as_completed(futures, timeout=None):
    return own(futures, timeout or None)
concurrent.futures.as_completed = as_completed
