# what: A lock is handed to who began to wait last.
# kind: lawful
# tries: threading.lock.*, threading.condition.*, threading.queue.*

import _thread


class Lock:
    def __init__(self):
        self.guard, self.taken = _thread.allocate_lock(), False
        self.waiters = []

    def acquire(self, blocking=True, timeout=-1):
        if timeout != -1 and (timeout < 0 or not blocking):
            raise ValueError("a timeout must be positive, and for a blocking call")
        with self.guard:
            if not self.taken or not blocking or timeout == 0:
                taken, self.taken = not self.taken, True
                return taken
            turn = _thread.allocate_lock()
            turn.acquire()
            self.waiters.append(turn)
        if turn.acquire(True, timeout):
            return True
        with self.guard:
            if turn in self.waiters:
                self.waiters.remove(turn)
                return False
            return True

    def release(self):
        with self.guard:
            if not self.taken:
                raise RuntimeError("release unlocked lock")
            if self.waiters:
                self.waiters.pop().release()
            else:
                self.taken = False

    def locked(self):
        return self.taken

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
