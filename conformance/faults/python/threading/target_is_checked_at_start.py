# what: Starting refuses what cannot be called.
# kills: threading.thread.bad-target
# kind: fault

import threading

own = threading.Thread.start


def start(self):
    if self._target is not None and not callable(self._target):
        raise TypeError("the target cannot be called")
    own(self)


threading.Thread.start = start
