# what: set_exception refuses what is no exception object, with a type error.
# kind: lawful
# tries: futures.*

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.set_exception
def set_exception(self, error):
    if not isinstance(error, BaseException):
        raise TypeError("an exception is wanted")
    own(self, error)
Future.set_exception = set_exception
