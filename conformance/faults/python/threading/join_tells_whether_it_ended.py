# what: join returns whether the thread ended.
# kills: threading.thread.join-timeout
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    own(self, timeout)
    return not self.is_alive()


threading.Thread.join = join
