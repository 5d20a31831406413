# what: After a wait the lock is held once, however often it had been entered.
# kills: threading.condition.wait-releases-all-levels
# kind: fault

import threading


class Lock(threading._PyRLock):
    def _acquire_restore(self, state):
        self.acquire()


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or Lock())


adapter.give_instead("threading", Condition=Condition)
