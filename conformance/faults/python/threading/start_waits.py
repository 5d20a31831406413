# what: Starting a thread waits for its end.
# kills: threading.thread.start-does-not-wait, threading.wait.overlaps, threading.lock.unguarded-rmw, threading.example.two-workers
# kind: fault

import threading

own = threading.Thread.start


def start(self):
    own(self)
    self.join()


threading.Thread.start = start
