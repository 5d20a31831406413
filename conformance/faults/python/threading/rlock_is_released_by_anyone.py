# what: Any thread may release a reentrant lock.
# kills: threading.rlock.release-not-owner
# kind: fault

import _thread
import threading


class RLock(threading._PyRLock):
    def release(self):
        if self._owner is not None:
            self._owner = _thread.get_ident()
        super().release()


adapter.give_instead("threading", RLock=RLock)
