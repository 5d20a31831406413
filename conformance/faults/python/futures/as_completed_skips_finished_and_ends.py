# what: Futures finished before the call are left out.
# kills: futures.as-completed.already-done, futures.as-completed.example-squares, futures.as-completed.includes-cancelled
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
concurrent.futures.as_completed = lambda futures, timeout=None: own([f for f in futures if not f.done()], timeout)
