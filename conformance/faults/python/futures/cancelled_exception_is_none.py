# what: exception of a cancelled future is None.
# kills: futures.cancel.result-raises
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.exception
Future.exception = lambda self, timeout=None: None if self.cancelled() else own(self, timeout)
