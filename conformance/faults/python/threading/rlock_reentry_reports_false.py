# what: Entering a reentrant lock again reports that it was not newly taken.
# kills: threading.rlock.example-nested, threading.rlock.example-recursion
# kind: fault

import _thread
import threading


class RLock(threading._PyRLock):
    def acquire(self, blocking=True, timeout=-1):
        again = self._owner == _thread.get_ident()
        return super().acquire(blocking, timeout) and not again

    __enter__ = acquire


adapter.give_instead("threading", RLock=RLock)
