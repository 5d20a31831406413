# what: Joining a thread that was not started waits until somebody starts it.
# kills: threading.thread.join-before-start
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    if self._started.wait(timeout):
        own(self, timeout)


threading.Thread.join = join
