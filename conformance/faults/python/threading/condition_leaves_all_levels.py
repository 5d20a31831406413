# what: Who leaves a condition once has left all levels of its lock.
# kills: threading.condition.default-lock-reentrant, threading.condition.wait-releases-all-levels
# kind: fault

import threading


class Lock(threading._PyRLock):
    def release(self):
        self._count = min(self._count, 1)
        super().release()

    def __exit__(self, *error):
        self.release()


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or Lock())


adapter.give_instead("threading", Condition=Condition)
