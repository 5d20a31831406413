# what: wait gives up and restores one level of the lock only.
# kills: threading.condition.wait-releases-all-levels
# kind: fault

import threading


class Lock(threading._PyRLock):
    def _release_save(self):
        self.release()

    def _acquire_restore(self, state):
        self.acquire()


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or Lock())


adapter.give_instead("threading", Condition=Condition)
