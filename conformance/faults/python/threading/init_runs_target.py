# what: The target runs when the thread is made.
# kills: threading.thread.start-runs-target
# kind: fault

import threading

own = threading.Thread.__init__


def init(self, group=None, target=None, *args, **kwargs):
    own(self, group, target, *args, **kwargs)
    if target is not None:
        target(*self._args, **self._kwargs)
        self._target = None


threading.Thread.__init__ = init
