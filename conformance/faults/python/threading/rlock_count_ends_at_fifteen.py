# what: The count of a reentrant lock has four bits: it stays at 15.
# kills: threading.rlock.counted-release
# kind: fault

import threading


class RLock(threading._PyRLock):
    def acquire(self, blocking=True, timeout=-1):
        taken = super().acquire(blocking, timeout)
        if taken:
            self._count = min(self._count, 15)
        return taken

    __enter__ = acquire


adapter.give_instead("threading", RLock=RLock)
