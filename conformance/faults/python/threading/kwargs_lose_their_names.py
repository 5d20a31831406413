# what: Keyword arguments arrive by position.
# kills: threading.thread.method-and-kwargs
# kind: fault

import threading

own = threading.Thread.run


def run(self):
    self._args, self._kwargs = (*self._args, *self._kwargs.values()), {}
    own(self)


threading.Thread.run = run
