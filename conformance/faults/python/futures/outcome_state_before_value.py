# what: The future is finished before its value is stored, and who asks does not lock.
# kills: futures.result.blocks
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

import time
own_set, own_result = Future.set_result, Future.result
def set_result(self, value):
    with self._condition:
        if not self.done():
            self._state = "FINISHED"
            time.sleep(0.001)
            self._state = "RUNNING"
        own_set(self, value)
def result(self, timeout=None):
    if self._state == "FINISHED" and self._exception is None:
        return self._result
    return own_result(self, timeout)
Future.set_result, Future.result = set_result, result
