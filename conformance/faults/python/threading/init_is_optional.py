# what: A thread whose class skipped the base constructor is set up at its start.
# kills: threading.subclass.base-init-required
# kind: fault

import threading

own = threading.Thread.start


def start(self):
    if not self._initialized:
        threading.Thread.__init__(self)
    own(self)


threading.Thread.start = start
