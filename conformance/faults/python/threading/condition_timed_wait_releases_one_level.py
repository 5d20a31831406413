# what: A wait with a timeout releases one level of the lock.
# kills: threading.condition.wait-releases-all-levels
# kind: fault

import threading


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or threading._PyRLock())

    def wait(self, timeout=None):
        own = self._lock
        timed = timeout is not None
        self._release_save = own.release if timed else own._release_save
        self._acquire_restore = (lambda state: own.acquire()) if timed else own._acquire_restore
        return super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
