# what: wait does not give up the lock.
# kills: threading.condition.wait-releases-lock
# kind: fault

import threading


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock)
        self._release_save = self._acquire_restore = lambda *_: None


adapter.give_instead("threading", Condition=Condition)
