# what: Over nothing as_completed waits for a first completion.
# kills: futures.as-completed.empty
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
concurrent.futures.as_completed = lambda futures, timeout=None: own(futures or [concurrent.futures.Future()], timeout)
