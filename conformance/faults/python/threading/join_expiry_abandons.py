# what: After a timeout has expired the thread counts as ended.
# kills: threading.thread.join-timeout
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    own(self, timeout)
    if timeout is not None:
        self._is_stopped = True


threading.Thread.join = join
