# what: exception returns None for an error that is false.
# kills: futures.exception.compare-with-null
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.exception
Future.exception = lambda self, timeout=None: own(self, timeout) or None
