# what: The count of a repeated future never reaches zero.
# kills: futures.as-completed.duplicates
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
def as_completed(futures, timeout=None):
    futures = list(futures)
    yield from own(futures + [concurrent.futures.Future()] * (len(set(futures)) < len(futures)), timeout)
concurrent.futures.as_completed = as_completed
