# what: Keyword arguments do not arrive.
# kills: threading.thread.method-and-kwargs
# kind: fault

import threading

own = threading.Thread.run


def run(self):
    self._kwargs = {}
    own(self)


threading.Thread.run = run
