# what: A surplus release of a reentrant lock is owed by the next acquire.
# kills: threading.rlock.release-surplus
# kind: fault

import threading


class RLock(threading._PyRLock):
    owed = 0

    def acquire(self, blocking=True, timeout=-1):
        if self.owed and self._owner is None:
            self.owed -= 1
            return True
        return super().acquire(blocking, timeout)

    def release(self):
        if self._owner is None:
            self.owed += 1
        super().release()

    __enter__ = acquire


adapter.give_instead("threading", RLock=RLock)
