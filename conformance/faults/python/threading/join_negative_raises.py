# what: A negative timeout of join is a value error.
# kills: threading.thread.join-zero
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    if timeout is not None and timeout < 0:
        raise ValueError("timeout value must be positive")
    own(self, timeout)


threading.Thread.join = join
