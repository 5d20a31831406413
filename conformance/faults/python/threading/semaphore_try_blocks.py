# what: acquire blocks, asked to or not.
# kills: threading.semaphore.try-acquire
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        return super().acquire(True, timeout)


adapter.give_instead("threading", Semaphore=Semaphore)
