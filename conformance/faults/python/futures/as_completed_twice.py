# what: One future is yielded twice.
# kills: futures.as-completed.example-squares, futures.as-completed.already-done, futures.as-completed.duplicates
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
def as_completed(futures, timeout=None):
    futures = list(futures)
    yield from own(futures, timeout)
    yield from futures[:1]
concurrent.futures.as_completed = as_completed
