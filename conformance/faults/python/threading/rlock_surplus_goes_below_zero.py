# what: After a surplus release the next acquire leaves the reentrant lock free.
# kills: threading.rlock.release-surplus
# kind: fault

import threading


class RLock(threading._PyRLock):
    owed = unheld = 0

    def acquire(self, blocking=True, timeout=-1):
        if self.owed:
            self.owed, self.unheld = self.owed - 1, self.unheld + 1
            return True
        return super().acquire(blocking, timeout)

    def release(self):
        if self._owner is None and self.unheld:
            self.unheld -= 1
            return
        self.owed += self._owner is None
        super().release()

    __enter__ = acquire


adapter.give_instead("threading", RLock=RLock)
