# what: A refused acquire lowers the count all the same.
# kills: threading.semaphore.try-acquire
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        with self._cond:
            if self._value > 0 or blocking:
                return self._cond.wait_for(lambda: self._value > 0, timeout) and self.take()
            self._value -= 1
            return False

    def take(self):
        self._value -= 1
        return True


adapter.give_instead("threading", Semaphore=Semaphore)
