# what: Releasing a free lock does nothing.
# kills: threading.lock.release-unlocked, threading.module.lock-is-low-level
# kind: fault

import _thread


class Lock:
    def __init__(self):
        self.own = _thread.allocate_lock()
        self.acquire, self.locked = self.own.acquire, self.own.locked

    def release(self):
        if self.own.locked():
            self.own.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
