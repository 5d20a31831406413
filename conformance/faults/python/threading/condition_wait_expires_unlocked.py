# what: A waiter whose timeout expires returns without the lock.
# kills: threading.condition.wait-owns-lock-on-return, threading.condition.wait-timeout
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        woken = super().wait(timeout)
        if not woken:
            self._release_save()
        return woken


adapter.give_instead("threading", Condition=Condition)
