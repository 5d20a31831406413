# what: A running job is marked cancelled.
# kills: futures.cancel.running-or-finished, futures.cancel.example
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

own = Future.cancel
def cancel(self):
    if self._state == "RUNNING":
        self._state = "CANCELLED"
        self.set_result = self.set_exception = lambda _: None
        return True
    return own(self)
Future.cancel = cancel
