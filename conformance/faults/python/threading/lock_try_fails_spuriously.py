# what: Every second try fails, as a weak exchange may.
# kills: threading.lock.try-acquire
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own, self.tries = _thread.allocate_lock(), 0
        self.release, self.locked = self.own.release, self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        if not blocking or timeout == 0:
            self.tries += 1
            if self.tries % 2 == 0:
                return False
        return self.own.acquire(blocking, timeout)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
