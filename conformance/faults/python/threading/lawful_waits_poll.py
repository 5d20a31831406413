# what: A waiter sleeps for a millisecond and looks whether it was notified, again and again.
# kind: lawful
# tries: threading.condition.*, threading.event.*
# chapters: threading

import threading
import time


class Condition(threading.Condition):
    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        place = threading.Lock()
        place.acquire()
        end = time.monotonic() + (timeout or 0)
        self._waiters.append(place)
        state = self._release_save()
        while place.locked() and (timeout is None or time.monotonic() < end):
            time.sleep(0.001)
        self._acquire_restore(state)
        if place.locked():
            self._waiters.remove(place)
        return not place.locked()


threading.Condition = Condition
