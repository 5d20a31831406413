# what: A timeout of zero or less waits for ever.
# kills: futures.result.timeout
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own, own_exception = Future.result, Future.exception
longer = lambda timeout: None if timeout is not None and timeout <= 0 else timeout
Future.result = lambda self, timeout=None: own(self, longer(timeout))
Future.exception = lambda self, timeout=None: own_exception(self, longer(timeout))
