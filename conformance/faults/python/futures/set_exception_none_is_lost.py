# what: None as exception is refused in silence.
# kills: futures.set-exception.unchecked
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.set_exception
Future.set_exception = lambda self, error: None if error is None else own(self, error)
