# what: Notifying more threads than wait is an error.
# kills: threading.condition.notify-count
# kind: fault

import threading


class Condition(threading.Condition):
    def notify(self, n=1):
        if self._is_owned() and n > max(1, len(self._waiters)):
            raise ValueError("there are not so many waiters")
        super().notify(n)


adapter.give_instead("threading", Condition=Condition)
