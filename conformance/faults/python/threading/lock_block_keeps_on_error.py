# what: A block that an error leaves keeps its lock.
# kills: threading.lock.with-releases-on-error
# kind: fault

import _thread


class Lock:
    def __init__(self):
        own = _thread.allocate_lock()
        self.acquire, self.release, self.locked = own.acquire, own.release, own.locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, cls, error, trace):
        if error is None:
            self.release()


adapter.give_instead("threading", Lock=Lock)
