# what: A timeout of minus one is over at once.
# kills: threading.lock.timed-acquire
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own = _thread.allocate_lock()
        self.release, self.locked = self.own.release, self.own.locked

    def acquire(self, blocking=True, timeout=None):
        if timeout is None:
            return self.own.acquire(blocking)
        return self.own.acquire(blocking, 0 if timeout == -1 else timeout)

    def __enter__(self):
        return self.own.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
