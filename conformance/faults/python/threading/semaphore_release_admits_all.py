# what: release wakes all that wait, and none of them looks at the count again.
# kills: threading.semaphore.release-many
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        if not blocking or timeout is not None:
            return super().acquire(blocking, timeout)
        with self._cond:
            if self._value == 0:
                self._cond.wait()
            self._value = max(0, self._value - 1)
        return True

    def release(self, n=1):
        super().release(n)
        with self._cond:
            self._cond.notify_all()


adapter.give_instead("threading", Semaphore=Semaphore)
