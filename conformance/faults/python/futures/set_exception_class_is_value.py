# what: An exception class is handed over as a value.
# kills: futures.set-exception.class
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.set_exception
Future.set_exception = lambda self, error: self.set_result(error) if isinstance(error, type) else own(self, error)
