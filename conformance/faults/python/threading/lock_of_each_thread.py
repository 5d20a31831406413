# what: Each thread takes a lock of its own.
# kills: threading.lock.mutual-exclusion, threading.lock.counter-exact, threading.lock.acquire-waits-for-release, threading.lock.release-by-other
# kind: fault

import _thread


class Lock(_thread._local):
    def __init__(self):
        own = _thread.allocate_lock()
        self.acquire, self.release, self.locked = own.acquire, own.release, own.locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
