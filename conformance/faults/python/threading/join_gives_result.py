# what: join returns what the target returned.
# kills: threading.thread.result-discarded
# kind: fault

import threading

own_run, own = threading.Thread.run, threading.Thread.join


def run(self):
    target = self._target

    def kept(*args, **kwargs):
        self.result = target(*args, **kwargs)

    self._target = target and kept
    own_run(self)


def join(self, timeout=None):
    own(self, timeout)
    return getattr(self, "result", None)


threading.Thread.run, threading.Thread.join = run, join
