# what: A notified waiter returns without the lock.
# kills: threading.condition.wait-owns-lock-on-return, threading.condition.predicate-loop
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        woken = super().wait(timeout)
        if woken:
            self._release_save()
        return woken


adapter.give_instead("threading", Condition=Condition)
