# what: A release by a thread that does not own the reentrant lock does nothing.
# kills: threading.rlock.release-not-owner
# kind: fault

import _thread
import threading


class RLock(threading._PyRLock):
    def release(self):
        if self._owner in (None, _thread.get_ident()):
            super().release()


adapter.give_instead("threading", RLock=RLock)
