# what: A timeout of zero is none at all.
# kills: threading.semaphore.try-acquire
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        return super().acquire(blocking, timeout or None)


adapter.give_instead("threading", Semaphore=Semaphore)
