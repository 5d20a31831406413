# what: A waiter whose timeout expires goes on without the lock where another thread has it.
# kills: threading.condition.wait-owns-lock-on-return
# kind: fault

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        if timeout is None or not self._is_owned():
            return super().wait(timeout)
        place = threading.Lock()
        place.acquire()
        self._waiters.append(place)
        self._release_save()
        woken = place.acquire(True, max(0, timeout))
        self.acquire(woken)
        return woken

    def __exit__(self, *error):
        if self._is_owned():
            super().__exit__(*error)


adapter.give_instead("threading", Condition=Condition)
