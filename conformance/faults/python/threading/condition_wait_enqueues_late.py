# what: wait gives up the lock before it counts as waiting: a notification in between is lost.
# kills: threading.condition.predicate-loop
# kind: fault

import threading
import time


class Condition(threading.Condition):
    notifications = 0

    def notify(self, n=1):
        super().notify(n)
        self.notifications += 1

    def wait(self, timeout=None):
        if timeout is None and self._is_owned():
            known, state = self.notifications, self._release_save()
            while known == self.notifications:  # so that there is one in between each time
                time.sleep(0.001)
            self._acquire_restore(state)
        return super().wait(timeout)


adapter.give_instead("threading", Condition=Condition)
