# what: A timeout together with non-blocking mode is refused after a permit was taken.
# kills: threading.semaphore.bad-timeout
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        acquired = super().acquire(blocking, timeout if blocking else None)
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        return acquired


adapter.give_instead("threading", Semaphore=Semaphore)
