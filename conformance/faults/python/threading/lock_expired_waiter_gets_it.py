# what: The lock is handed to a waiter whose time was over.
# kills: threading.lock.timed-acquire
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own, self.queued = _thread.allocate_lock(), 0
        self.locked = self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        taken = self.own.acquire(blocking, timeout)
        if not taken and timeout > 0:
            self.queued += 1
        return taken

    def release(self):
        if self.queued:
            self.queued -= 1
        else:
            self.own.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
