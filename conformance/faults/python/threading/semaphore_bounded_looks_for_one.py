# what: A bounded semaphore with room for one permit takes any number.
# kills: threading.semaphore.bounded-over-release
# kind: fault

import threading


class BoundedSemaphore(threading.BoundedSemaphore):
    def release(self, n=1):
        if self._value == self._initial_value:
            raise ValueError("released too many times")
        threading.Semaphore.release(self, n)


adapter.give_instead("threading", BoundedSemaphore=BoundedSemaphore)
