# what: Futures finished before the call are not reported.
# kills: futures.as-completed.already-done, futures.as-completed.example-squares, futures.as-completed.immediate
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = base.as_completed
def as_completed(futures, timeout=None):
    futures = list(futures)
    pending = [future for future in futures if not future.done()]
    if len(pending) < len(futures):
        pending.append(concurrent.futures.Future())
    yield from own(pending, timeout)
concurrent.futures.as_completed = as_completed
