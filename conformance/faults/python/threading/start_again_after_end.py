# what: A thread that ended can be started again.
# kills: threading.thread.start-twice
# kind: fault

import threading

own, own_init = threading.Thread.start, threading.Thread.__init__


def init(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
    own_init(self, group, target, name, args, kwargs, daemon=daemon)
    self.given = target, args, kwargs or {}


def start(self):
    if self._initialized and self._started.is_set() and not self.is_alive():
        self._started.clear()
        self._is_stopped = False
        self._target, self._args, self._kwargs = self.given
    own(self)


threading.Thread.start, threading.Thread.__init__ = start, init
