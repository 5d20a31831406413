# what: A release beyond the start count is dropped.
# kills: threading.semaphore.release-raises-limit, threading.semaphore.release-many
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self.limit = value

    def release(self, n=1):
        room = self.limit - self._value
        if min(n, room) > 0:
            super().release(min(n, room))


adapter.give_instead("threading", Semaphore=Semaphore)
