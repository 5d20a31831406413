# what: Taking the lock again after a wait counts as one more level.
# kills: threading.condition.wait-releases-all-levels
# kind: fault

import threading


class Lock(threading._PyRLock):
    def _acquire_restore(self, state):
        self.acquire()
        self._count += state[0]


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or Lock())


adapter.give_instead("threading", Condition=Condition)
