# what: A thread keeps its target after it ran.
# kills: threading.thread.run-consumes-target
# kind: fault

import threading


def run(self):
    if self._target is not None:
        self._target(*self._args, **self._kwargs)


threading.Thread.run = run
