# what: A thread that joins itself waits for itself.
# kills: threading.thread.join-self
# kind: fault

import threading


def join(self, timeout=None):
    if not self._started.is_set():
        raise RuntimeError("cannot join thread before it is started")
    self._wait_for_tstate_lock(timeout=-1 if timeout is None else max(timeout, 0))


threading.Thread.join = join
