# what: A refused acquire lowers the count all the same.
# kills: threading.semaphore.try-acquire
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        with self._cond:
            if blocking and not self._cond.wait_for(lambda: self._value > 0, timeout):
                return False
            self._value -= 1
            return self._value >= 0


adapter.give_instead("threading", Semaphore=Semaphore)
