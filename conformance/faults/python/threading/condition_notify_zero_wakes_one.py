# what: notify takes a count of zero for the default.
# kills: threading.condition.notify-count
# kind: fault

import threading


class Condition(threading.Condition):
    def notify(self, n=None):
        super().notify(n or 1)


adapter.give_instead("threading", Condition=Condition)
