# what: join raises when the time is over.
# kills: threading.thread.join-timeout
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    own(self, timeout)
    if timeout and timeout > 0 and self.is_alive():
        raise TimeoutError("the thread has not ended")


threading.Thread.join = join
