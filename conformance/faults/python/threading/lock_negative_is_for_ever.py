# what: Any negative timeout means without limit.
# kills: threading.lock.bad-timeout
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own = _thread.allocate_lock()
        self.release, self.locked = self.own.release, self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        return self.own.acquire(blocking, -1 if timeout < 0 else timeout)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
