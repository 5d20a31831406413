# what: A wait that was notified in time is false where it gets the lock after its limit.
# kills: threading.condition.wait-timeout
# kind: fault

import threading
import time


class Condition(threading.Condition):
    def wait(self, timeout=None):
        if timeout is None:
            return super().wait()
        end = time.monotonic() + timeout
        return super().wait(timeout) and time.monotonic() < end


adapter.give_instead("threading", Condition=Condition)
