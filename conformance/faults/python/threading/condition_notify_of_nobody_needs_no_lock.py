# what: notify asks whether the caller owns the lock only where somebody waits.
# kills: threading.condition.notify-needs-lock
# kind: fault

import threading


class Condition(threading.Condition):
    def notify(self, n=1):
        if self._waiters:
            super().notify(n)


adapter.give_instead("threading", Condition=Condition)
