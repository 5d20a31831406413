# what: A release of a negative number takes permits away, one of zero does nothing.
# kills: threading.semaphore.release-below-one
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def release(self, n=1):
        if n > 0:
            super().release(n)
        else:
            self._value = max(0, self._value + n)


adapter.give_instead("threading", Semaphore=Semaphore)
