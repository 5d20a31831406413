# what: notify takes the first waiter off the line and wakes the last one.
# kills: threading.condition.wake-order
# kind: fault

import threading


class Condition(threading.Condition):
    def notify(self, n=1):
        super().notify(0)
        for _ in range(min(n, len(self._waiters))):
            last = self._waiters[-1]
            self._waiters.popleft()
            if last.locked():
                last.release()


adapter.give_instead("threading", Condition=Condition)
