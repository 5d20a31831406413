# what: done waits for the end.
# kills: futures.done.states
# kind: fault

import concurrent.futures

base = concurrent.futures._base
Future = base.Future

def done(self):
    with self._condition:
        while self._state in ("PENDING", "RUNNING"):
            self._condition.wait()
    return True
Future.done = done
