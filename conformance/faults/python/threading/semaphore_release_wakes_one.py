# what: release adds n permits, but wakes one waiter.
# kills: threading.semaphore.release-many
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify()


adapter.give_instead("threading", Semaphore=Semaphore)
