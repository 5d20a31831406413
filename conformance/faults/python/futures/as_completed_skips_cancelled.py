# what: Cancelled futures are not yielded.
# kills: futures.as-completed.includes-cancelled
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
concurrent.futures.as_completed = lambda futures, timeout=None: (f for f in own(futures, timeout) if not f.cancelled())
