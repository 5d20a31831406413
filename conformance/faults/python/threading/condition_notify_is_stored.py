# what: A notification that finds nobody waiting lets the next wait pass.
# kills: threading.condition.example-hand-over, threading.condition.example-lost-wakeup, threading.condition.notify-not-stored
# kind: fault

import threading


class Condition(threading.Condition):
    stored = 0

    def notify(self, n=1):
        nobody = not self._waiters
        super().notify(n)
        if nobody:
            self.stored += 1

    def wait(self, timeout=None):
        if self._is_owned() and self.stored:
            self.stored -= 1
            return True
        return super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
