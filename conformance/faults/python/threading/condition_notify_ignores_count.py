# what: notify wakes one thread, whatever the count.
# kills: threading.condition.notify-count
# kind: fault

import threading


class Condition(threading.Condition):
    def notify(self, n=1):
        super().notify(1)

    def notify_all(self):
        super().notify(len(self._waiters))


adapter.give_instead("threading", Condition=Condition)
