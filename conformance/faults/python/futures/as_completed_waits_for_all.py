# what: as_completed waits for all before it yields the first.
# kills: futures.as-completed.immediate, futures.as-completed.timeout, futures.as-completed.completion-order
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
concurrent.futures.as_completed = lambda futures, timeout=None: iter(list(own(futures, timeout)))
