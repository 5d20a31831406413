# what: A thread without target calls None.
# kills: threading.thread.no-target
# kind: fault

import threading


def run(self):
    try:
        self._target(*self._args, **self._kwargs)
    finally:
        del self._target, self._args, self._kwargs


threading.Thread.run = run
