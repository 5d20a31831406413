# what: Without blocking a timeout of zero is allowed.
# kills: threading.semaphore.bad-timeout
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        return super().acquire(blocking, timeout or None if not blocking else timeout)


adapter.give_instead("threading", Semaphore=Semaphore)
