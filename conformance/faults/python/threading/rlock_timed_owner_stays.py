# what: Who took the lock with a limit stays its owner after the release.
# kills: threading.rlock.excludes-others
# kind: fault

import threading


class RLock(threading._PyRLock):
    def acquire(self, blocking=True, timeout=-1):
        taken = super().acquire(blocking, timeout)
        if taken and self._count == 1:
            self.timed = timeout != -1
        return taken

    def release(self):
        owner, ends = self._owner, self._count == 1
        super().release()
        if ends and self.timed:
            self._owner = owner

    __enter__ = acquire


adapter.give_instead("threading", RLock=RLock)
