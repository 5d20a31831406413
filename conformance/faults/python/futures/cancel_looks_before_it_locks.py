# what: cancel tests the state without the lock: the job may begin in between.
# kills: futures.cancel.pending-never-runs, futures.cancel.example
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

import time
own_cancel, own_set = Future.cancel, Future.set_result
def cancel(self):
    if self._state != "PENDING":
        return own_cancel(self)
    time.sleep(0.0001)
    with self._condition:
        self._state = "CANCELLED"
        self._condition.notify_all()
    self._invoke_callbacks()
    return True
def set_result(self, value):
    if not self.cancelled():
        own_set(self, value)
Future.cancel, Future.set_result = cancel, set_result
