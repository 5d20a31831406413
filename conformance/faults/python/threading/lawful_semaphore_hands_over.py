# what: A release hands its permits to those that wait; who comes later cannot overtake them.
# kind: lawful
# tries: threading.semaphore.*
# chapters: threading

import threading


class Semaphore(threading.Semaphore):
    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if self._value == 0:
                return blocking and self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            handed_over = min(n, len(self._cond._waiters))
            self._cond.notify(handed_over)
            self._value += n - handed_over


threading.Semaphore = Semaphore
