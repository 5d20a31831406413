# what: The first release of a reentrant lock frees it; the others are let pass.
# kills: threading.rlock.counted-release
# kind: fault

import _thread
import threading


class RLock(threading._PyRLock):
    to_come = 0

    def release(self):
        if self._owner is None and self.to_come:
            self.to_come -= 1
            return
        if self._owner == _thread.get_ident():
            self.to_come, self._count = self.to_come + self._count - 1, 1
        super().release()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", RLock=RLock)
