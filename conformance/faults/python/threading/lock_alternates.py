# what: A thread that had the lock last gets it again only after another one.
# kills: threading.lock.example-interleaving, threading.lock.polling-busy-waits
# kind: fault

import _thread
import time


class Lock:
    def __init__(self):
        self.own, self.latest = _thread.allocate_lock(), None
        self.locked = self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        while blocking and timeout == -1 and self.latest == _thread.get_ident():
            time.sleep(0.001)
        return self.own.acquire(blocking, timeout)

    def release(self):
        self.latest = _thread.get_ident()
        self.own.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
