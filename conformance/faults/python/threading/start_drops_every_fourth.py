# what: Every fourth thread is dropped as if there were no room for it.
# kills: threading.thread.start-runs-once, threading.lock.counter-100, threading.lock.unguarded-add
# kind: fault

import itertools
import threading

started = itertools.count(1)
own = threading.Thread.run


def run(self):
    if next(started) % 4:
        own(self)


threading.Thread.run = run
