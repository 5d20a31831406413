# what: A process starts sixty-four threads in its life and drops the others.
# kills: threading.lock.counter-100
# kind: fault

import itertools
import threading

started = itertools.count(1)
own = threading.Thread.run


def run(self):
    if next(started) <= 64:
        own(self)


threading.Thread.run = run
