# what: Only the thread that acquired a plain lock may release it.
# kills: threading.lock.release-by-other, threading.module.lock-is-low-level
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own, self.owner = _thread.allocate_lock(), None
        self.locked = self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        taken = self.own.acquire(blocking, timeout)
        if taken:
            self.owner = _thread.get_ident()
        return taken

    def release(self):
        if self.own.locked() and self.owner != _thread.get_ident():
            raise RuntimeError("the lock belongs to another thread")
        self.own.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
