# what: A waiter whose time is over takes the lock from its holder.
# kills: threading.lock.timed-acquire
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own = _thread.allocate_lock()
        self.release, self.locked = self.own.release, self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        return self.own.acquire(blocking, timeout) or timeout > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
