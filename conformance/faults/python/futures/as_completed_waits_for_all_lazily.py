# what: The first step of as_completed waits for all.
# kills: futures.as-completed.immediate, futures.as-completed.timeout, futures.as-completed.completion-order
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
def as_completed(futures, timeout=None):
    yield from list(own(futures, timeout))
concurrent.futures.as_completed = as_completed
