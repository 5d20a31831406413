# what: At the timeout the iteration just ends.
# kills: futures.as-completed.timeout
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
def as_completed(futures, timeout=None):
    try:
        yield from own(futures, timeout)
    except concurrent.futures.TimeoutError:
        pass
concurrent.futures.as_completed = as_completed
