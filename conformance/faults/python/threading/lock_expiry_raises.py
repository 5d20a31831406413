# what: A timed acquire raises when the time is over.
# kills: threading.lock.timed-acquire
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own = _thread.allocate_lock()
        self.release, self.locked = self.own.release, self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        taken = self.own.acquire(blocking, timeout)
        if not taken and timeout > 0:
            raise TimeoutError("the lock was not released in time")
        return taken

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
