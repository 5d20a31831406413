# what: After a wait that expired the lock is held once, however often it had been entered.
# kills: threading.condition.wait-releases-all-levels
# kind: fault

import threading


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or threading._PyRLock())

    def wait(self, timeout=None):
        notified = super().wait(timeout)
        if not notified:
            self._lock._count = 1
        return notified


adapter.give_instead("threading", Condition=Condition)
