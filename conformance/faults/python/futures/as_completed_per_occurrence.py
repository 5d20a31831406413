# what: A future given twice is yielded twice.
# kills: futures.as-completed.duplicates
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
def as_completed(futures, timeout=None):
    futures = list(futures)
    for future in own(futures, timeout):
        for _ in range(futures.count(future)):
            yield future
concurrent.futures.as_completed = as_completed
