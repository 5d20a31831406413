# what: as_completed yields in the order in which futures were given.
# kills: futures.as-completed.completion-order, futures.as-completed.immediate, futures.as-completed.already-done
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def as_completed(futures, timeout=None):
    for future in dict.fromkeys(futures):
        try:
            future.result(timeout)
        except concurrent.futures.TimeoutError:
            raise
        except BaseException:
            pass
        yield future
concurrent.futures.as_completed = as_completed
