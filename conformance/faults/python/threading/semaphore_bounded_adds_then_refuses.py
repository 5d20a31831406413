# what: A bounded semaphore adds the permits before it refuses them.
# kills: threading.semaphore.bounded-over-release
# kind: fault

import threading


class BoundedSemaphore(threading.BoundedSemaphore):
    def release(self, n=1):
        threading.Semaphore.release(self, n)
        if self._value > self._initial_value:
            raise ValueError("released too many times")


adapter.give_instead("threading", BoundedSemaphore=BoundedSemaphore)
