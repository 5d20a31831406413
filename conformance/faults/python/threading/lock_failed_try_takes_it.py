# what: A try that fails keeps the lock held at the next release.
# kills: threading.lock.try-acquire
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own, self.tries = _thread.allocate_lock(), 0
        self.locked = self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        taken = self.own.acquire(blocking, timeout)
        if not taken and not blocking:
            self.tries = 1
        return taken

    def release(self):
        if self.tries:
            self.tries = 0
        else:
            self.own.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
