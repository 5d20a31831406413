# what: A thread that ended counts as alive until somebody has joined it.
# kind: lawful
# tries: threading.*

import threading

own, own_join = threading.Thread.is_alive, threading.Thread.join


def join(self, timeout=None):
    own_join(self, timeout)
    self.joined = not own(self)


def is_alive(self):
    return self._started.is_set() and not getattr(self, "joined", False)


threading.Thread.join, threading.Thread.is_alive = join, is_alive
