# what: A bounded semaphore that starts at zero has no bound.
# kills: threading.semaphore.bounded-over-release
# kind: fault

import threading


class BoundedSemaphore(threading.BoundedSemaphore):
    def release(self, n=1):
        if self._initial_value:
            super().release(n)
        else:
            threading.Semaphore.release(self, n)


adapter.give_instead("threading", BoundedSemaphore=BoundedSemaphore)
