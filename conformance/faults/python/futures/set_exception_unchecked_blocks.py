# what: What is no exception is accepted, and result then blocks.
# kills: futures.set-exception.unchecked
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own, own_result = Future.set_exception, Future.result
def set_exception(self, error):
    own(self, error)
    self.lost = not isinstance(error, BaseException) and not isinstance(error, type)
def result(self, timeout=None):
    if getattr(self, "lost", False):
        raise concurrent.futures.TimeoutError()
    return own_result(self, timeout)
Future.set_exception, Future.result = set_exception, result
