# what: An acquire whose time is over still takes the next permit.
# kills: threading.semaphore.try-acquire
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    expired = 0

    def acquire(self, blocking=True, timeout=None):
        acquired = super().acquire(blocking, timeout)
        if not acquired and timeout is not None:
            self.expired += 1
        return acquired

    def release(self, n=1):
        lost = min(n, self.expired)
        self.expired -= lost
        if n > lost:
            super().release(n - lost)


adapter.give_instead("threading", Semaphore=Semaphore)
