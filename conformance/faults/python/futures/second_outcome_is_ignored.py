# what: The second outcome is dropped in silence.
# kills: futures.set-result.once, futures.set-result.race
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own_result, own_exception = Future.set_result, Future.set_exception
Future.set_result = lambda self, value: None if self.done() else own_result(self, value)
Future.set_exception = lambda self, error: None if self.done() else own_exception(self, error)
