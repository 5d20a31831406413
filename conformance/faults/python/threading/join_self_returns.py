# what: A thread that joins itself returns at once.
# kills: threading.thread.join-self
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    if threading.current_thread() is not self:
        own(self, timeout)


threading.Thread.join = join
