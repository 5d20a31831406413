# what: release adds the permit and wakes nobody.
# kills: threading.semaphore.limit
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def release(self, n=1):
        with self._cond:
            self._value += n


adapter.give_instead("threading", Semaphore=Semaphore)
