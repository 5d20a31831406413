# what: A block on a lock swallows the error that leaves it.
# kills: threading.lock.with-releases-on-error
# kind: fault

import _thread


class Lock:
    def __init__(self):
        own = _thread.allocate_lock()
        self.acquire, self.release, self.locked = own.acquire, own.release, own.locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
        return True


adapter.give_instead("threading", Lock=Lock)
