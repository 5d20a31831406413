# what: The second outcome replaces the first.
# kills: futures.set-result.once
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own_result, own_exception = Future.set_result, Future.set_exception
def anew(own):
    def set_it(self, outcome):
        if self._state != "RUNNING":
            self._state = "PENDING"
        self._exception = None
        own(self, outcome)
    return set_it
Future.set_result, Future.set_exception = anew(own_result), anew(own_exception)
