# what: Acquiring a plain lock again is an error that is found at once.
# kills: threading.lock.not-reentrant
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own, self.owner = _thread.allocate_lock(), None
        self.locked = self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        if self.owner == _thread.get_ident():
            raise RuntimeError("this thread holds the lock")
        taken = self.own.acquire(blocking, timeout)
        if taken:
            self.owner = _thread.get_ident()
        return taken

    def release(self):
        self.owner = None
        self.own.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
