# what: Without blocking a timeout is ignored.
# kills: threading.semaphore.bad-timeout
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        return super().acquire(blocking, timeout if blocking else None)


adapter.give_instead("threading", Semaphore=Semaphore)
