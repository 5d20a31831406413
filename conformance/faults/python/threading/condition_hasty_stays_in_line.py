# what: A waiter without time to wait still takes a notification.
# kills: threading.condition.notify-count
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        notified = super().wait(timeout)
        if not notified and timeout <= 0:
            place = threading.Lock()
            place.acquire()
            self._waiters.append(place)
        return notified


adapter.give_instead("threading", Condition=Condition)
