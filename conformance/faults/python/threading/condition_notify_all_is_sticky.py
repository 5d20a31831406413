# what: notify_all also lets the next one pass that begins to wait.
# kills: threading.condition.notify-all
# kind: fault

import threading


class Condition(threading.Condition):
    passing = False

    def notify_all(self):
        waited = bool(self._waiters)
        super().notify_all()
        self.passing = waited

    def wait(self, timeout=None):
        if self._is_owned() and self.passing:
            self.passing = False
            return True
        return super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
