# what: A reentrant lock takes threads of one name for one thread.
# kills: threading.rlock.excludes-others, threading.rlock.release-not-owner
# kind: fault

import threading


class RLock:
    def __init__(self):
        self.block = threading.Lock()
        self.owner = None
        self.count = 0

    def acquire(self, blocking=True, timeout=-1):
        name = threading.current_thread().name
        if self.owner != name and not self.block.acquire(blocking, timeout):
            return False
        self.owner = name
        self.count += 1
        return True

    def release(self):
        if self.owner != threading.current_thread().name:
            raise RuntimeError("cannot release a lock that another thread owns")
        self.count -= 1
        if self.count == 0:
            self.owner = None
            self.block.release()

    __enter__ = acquire

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", RLock=RLock)
