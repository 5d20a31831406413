# what: exception returns None while the job is running.
# kills: futures.exception.none-on-success, futures.exception.returned-not-raised
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.exception
Future.exception = lambda self, timeout=None: own(self, timeout) if self.done() else None
