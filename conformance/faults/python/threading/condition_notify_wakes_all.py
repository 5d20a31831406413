# what: notify without a count wakes all that wait.
# kills: threading.condition.notify-wakes-one
# kind: fault

import threading


class Condition(threading.Condition):
    def notify(self, n=None):
        super().notify(len(self._waiters) if n is None else n)


adapter.give_instead("threading", Condition=Condition)
