# what: An acquire whose time is over raises.
# kills: threading.semaphore.try-acquire
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        acquired = super().acquire(blocking, timeout)
        if not acquired and timeout is not None:
            raise TimeoutError("no permit in time")
        return acquired


adapter.give_instead("threading", Semaphore=Semaphore)
