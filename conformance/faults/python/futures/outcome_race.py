# what: The state is tested and set without a lock.
# kills: futures.set-result.race
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

import time
def set_result(self, value):
    if self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"):
        raise base.InvalidStateError()
    time.sleep(0.0001)
    with self._condition:
        self._result = value
        self._state = "FINISHED"
        self._condition.notify_all()
    self._invoke_callbacks()
Future.set_result = set_result
