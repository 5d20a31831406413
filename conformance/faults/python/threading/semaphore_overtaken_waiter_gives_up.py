# what: A waiter with a limit that was woken and finds no permit gives up at once.
# kills: threading.semaphore.try-acquire
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        if not blocking or timeout is None:
            return super().acquire(blocking, timeout)
        with self._cond:
            if not self._value:
                self._cond.wait(timeout)
        return super().acquire(False)


adapter.give_instead("threading", Semaphore=Semaphore)
