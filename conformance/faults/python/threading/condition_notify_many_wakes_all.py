# what: notify with a count above one wakes all.
# kills: threading.condition.notify-count
# kind: fault

import threading


class Condition(threading.Condition):
    def notify(self, n=1):
        super().notify(n if n < 2 else len(self._waiters))


adapter.give_instead("threading", Condition=Condition)
