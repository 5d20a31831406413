# what: join returns at once.
# kills: threading.thread.join-waits, threading.thread.join-blocks-caller, threading.example.two-workers
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    own(self, 0)


threading.Thread.join = join
