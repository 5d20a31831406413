# what: A thread can be joined once.
# kills: threading.thread.join-repeat
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    if getattr(self, "joined", False):
        raise RuntimeError("the thread was joined before")
    own(self, timeout)
    self.joined = not self.is_alive()


threading.Thread.join = join
