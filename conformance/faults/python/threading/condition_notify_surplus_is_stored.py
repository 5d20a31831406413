# what: Where more are notified than wait, the surplus lets later waits pass.
# kills: threading.condition.notify-count
# kind: fault

import threading


class Condition(threading.Condition):
    surplus = 0

    def notify(self, n=1):
        waiting = len(self._waiters)
        super().notify(n)
        self.surplus += max(n - waiting, 0) if n > 1 else 0

    def wait(self, timeout=None):
        if self._is_owned() and self.surplus:
            self.surplus -= 1
            return True
        return super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
