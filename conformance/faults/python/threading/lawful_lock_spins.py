# what: A lock is waited for by trying again and again.
# kind: lawful
# tries: threading.lock.*, threading.condition.*, threading.event.*

import _thread
import time

clock, sleep = time.monotonic, time.sleep


class Lock:
    def __init__(self):
        self.own = _thread.allocate_lock()
        self.release, self.locked = self.own.release, self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        if not blocking or timeout < 0 and timeout != -1:
            return self.own.acquire(blocking, timeout)
        deadline = clock() + timeout
        while not self.own.acquire(False):
            if timeout != -1 and clock() >= deadline:
                return False
            sleep(0)
        return True

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
