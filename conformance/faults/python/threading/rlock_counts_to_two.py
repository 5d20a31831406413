# what: A reentrant lock forgets how often it was entered beyond the second time.
# kills: threading.rlock.counted-release
# kind: fault

import threading


class RLock(threading._PyRLock):
    def acquire(self, blocking=True, timeout=-1):
        taken = super().acquire(blocking, timeout)
        self._count = min(self._count, 2)
        return taken

    __enter__ = acquire


adapter.give_instead("threading", RLock=RLock)
