# what: notify gives up the lock until those that it woke have had their turn.
# kills: threading.condition.notify-keeps-lock, threading.condition.holder-excludes-others
# kind: fault

import threading
import time


class Condition(threading.Condition):
    resumed = 0

    def wait(self, timeout=None):
        woken = super().wait(timeout)
        self.resumed += woken
        return woken

    def notify(self, n=1):
        awaited = self.resumed + min(n, len(self._waiters))
        super().notify(n)
        while self.resumed < awaited:
            state = self._release_save()
            time.sleep(0.001)
            self._acquire_restore(state)


adapter.give_instead("threading", Condition=Condition)
