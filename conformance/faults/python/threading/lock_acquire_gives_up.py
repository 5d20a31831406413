# what: Acquiring a held lock returns false at once instead of waiting.
# kills: threading.lock.acquire-waits-for-release
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own = _thread.allocate_lock()
        self.release, self.locked = self.own.release, self.own.locked

    def acquire(self, blocking=True, timeout=-1):
        return self.own.acquire(blocking and timeout > 0, timeout if timeout > 0 else -1)

    def __enter__(self):
        return self.own.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
