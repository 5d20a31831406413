# what: A failed job comes out as a RuntimeError.
# kills: futures.result.reraises, futures.result.repeatable, futures.exception.isolated, futures.map.error-at-its-place
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
def result(self, timeout=None):
    try:
        return own(self, timeout)
    except concurrent.futures.TimeoutError:
        raise
    except concurrent.futures.CancelledError:
        raise
    except Exception as error:
        raise RuntimeError(str(error))
Future.result = result
