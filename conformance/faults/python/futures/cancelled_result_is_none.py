# what: result of a cancelled future is None.
# kills: futures.cancel.result-raises, futures.set-result.once
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.result
Future.result = lambda self, timeout=None: None if self.cancelled() else own(self, timeout)
