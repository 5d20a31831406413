# what: The first release of a reentrant lock frees it.
# kills: threading.rlock.counted-release
# kind: fault

import _thread
import threading


class RLock(threading._PyRLock):
    def release(self):
        if self._owner == _thread.get_ident():
            self._count = 1
        super().release()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", RLock=RLock)
