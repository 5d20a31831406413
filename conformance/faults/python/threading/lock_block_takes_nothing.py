# what: Entering a block on a lock does not take it.
# kills: threading.lock.mutual-exclusion, threading.lock.counter-exact, threading.lock.counter-100, threading.lock.counter-200000, threading.lock.example-report-in-block, threading.lock.example-shared-list
# kind: fault

import _thread


class Lock:
    def __init__(self):
        own = _thread.allocate_lock()
        self.acquire, self.release, self.locked = own.acquire, own.release, own.locked

    def __enter__(self):
        return True

    def __exit__(self, *error):
        pass


adapter.give_instead("threading", Lock=Lock)
