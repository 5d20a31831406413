# what: Joining a thread that was not started returns at once.
# kills: threading.thread.join-before-start, threading.thread.run-direct-not-started
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    if self._started.is_set():
        own(self, timeout)


threading.Thread.join = join
