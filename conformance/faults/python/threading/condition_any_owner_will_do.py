# what: wait and notify ask whether anybody holds the lock, not whether the caller does.
# kills: threading.condition.wait-needs-lock, threading.condition.notify-needs-lock
# kind: fault

import threading


class Lock(threading._PyRLock):
    def _is_owned(self):
        return self._block.locked()


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or Lock())


adapter.give_instead("threading", Condition=Condition)
