# what: A bounded semaphore drops a release beyond its start count in silence.
# kills: threading.semaphore.bounded-over-release
# kind: fault

import threading


class BoundedSemaphore(threading.BoundedSemaphore):
    def release(self, n=1):
        if self._value + n <= self._initial_value:
            super().release(n)


adapter.give_instead("threading", BoundedSemaphore=BoundedSemaphore)
