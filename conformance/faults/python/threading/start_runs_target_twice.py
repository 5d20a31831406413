# what: A started thread runs its target twice.
# kills: threading.thread.start-runs-once, threading.lock.unguarded-add
# kind: fault

import threading

own = threading.Thread.run


def run(self):
    if self._target is not None:
        self._target(*self._args, **self._kwargs)
    own(self)


threading.Thread.run = run
