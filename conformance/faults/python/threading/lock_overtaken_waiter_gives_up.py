# what: A waiter with a limit that was woken and finds the lock taken again gives up at once.
# kills: threading.lock.timed-acquire
# kind: fault

import _thread
import threading


class Lock:
    def __init__(self):
        self.changed = threading.Condition(_thread.allocate_lock())
        self.held = False

    def acquire(self, blocking=True, timeout=-1):
        if timeout != -1 and (timeout < 0 or not blocking):
            raise ValueError("a limit is a number of seconds from zero, for who waits")
        with self.changed:
            if blocking and timeout == -1:
                self.changed.wait_for(lambda: not self.held)
            elif blocking and self.held:
                self.changed.wait(timeout)
            taken = not self.held
            self.held = True
            return taken

    def release(self):
        with self.changed:
            if not self.held:
                raise RuntimeError("release of a lock that is free")
            self.held = False
            self.changed.notify()

    def locked(self):
        return self.held

    __enter__ = acquire

    def __exit__(self, *error):
        self.release()


adapter.give_instead("threading", Lock=Lock)
