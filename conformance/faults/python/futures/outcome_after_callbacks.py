# what: The state changes after the callbacks were called.
# kills: futures.set-result.once, futures.callback.called-once
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def set_result(self, value):
    if self._state == "FINISHED":
        raise base.InvalidStateError()
    callbacks, self._done_callbacks = self._done_callbacks, []
    for callback in callbacks:
        callback(self)
    with self._condition:
        self._result, self._state = value, "FINISHED"
        self._condition.notify_all()
Future.set_result = set_result
