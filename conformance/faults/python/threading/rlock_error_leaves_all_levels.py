# what: A block that is left by an error gives up every level of the lock.
# kills: threading.rlock.counted-release
# kind: fault

import threading


class RLock(threading._PyRLock):
    def __exit__(self, kind, *error):
        if kind is not None:
            self._count = 1
        self.release()


adapter.give_instead("threading", RLock=RLock)
