# what: At the timeout the unfinished futures are cancelled.
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
        for future in futures:
            if not future.done():
                future._state = "CANCELLED"
                future.set_result = lambda _: None
        raise
concurrent.futures.as_completed = as_completed
