# what: exception raises the stored error.
# kills: futures.exception.returned-not-raised, futures.exception.example, futures.exception.compare-with-null, futures.set-exception.stores, futures.submit.bad-callable
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def exception(self, timeout=None):
    self.result(timeout)
Future.exception = exception
