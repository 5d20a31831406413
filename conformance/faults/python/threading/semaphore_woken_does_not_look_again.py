# what: A waiter that was woken takes a permit without looking whether there still is one.
# kills: threading.semaphore.limit
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        if not blocking or timeout is not None:
            return super().acquire(blocking, timeout)
        with self._cond:
            if self._value == 0:
                self._cond.wait()
            self._value -= 1
        return True


adapter.give_instead("threading", Semaphore=Semaphore)
