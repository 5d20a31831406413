# what: A block that is left by an error which is no Exception keeps the lock.
# kills: threading.lock.with-releases-on-error
# kind: fault

import threading


class Lock:
    def __init__(self):
        own = threading.Lock()
        self.acquire, self.release, self.locked = own.acquire, own.release, own.locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, error, value, traceback):
        if error is None or issubclass(error, Exception):
            self.release()


adapter.give_instead("threading", Lock=Lock)
