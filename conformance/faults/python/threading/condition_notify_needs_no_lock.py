# what: A thread without the lock may notify.
# kills: threading.condition.notify-needs-lock
# kind: fault

import threading


class Condition(threading.Condition):
    def notify(self, n=1):
        for _ in range(min(n, len(self._waiters))):
            self._waiters.popleft().release()


adapter.give_instead("threading", Condition=Condition)
