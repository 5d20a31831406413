# what: Setting an exception raises it at the call.
# kills: futures.set-exception.stores
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.set_exception
def set_exception(self, error):
    own(self, error)
    raise error
Future.set_exception = set_exception
