# what: release adds one permit, whatever the number.
# kills: threading.semaphore.release-many
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def release(self, n=1):
        super().release(min(n, 1))


adapter.give_instead("threading", Semaphore=Semaphore)
