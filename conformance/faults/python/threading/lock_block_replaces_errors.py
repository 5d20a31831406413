# what: An error leaves a block on a lock as another one.
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
        self.release()
        if error is not None:
            raise cls(*error.args)


adapter.give_instead("threading", Lock=Lock)
