# what: A thread counts as started and ended once run was called.
# kills: threading.thread.run-direct-not-started
# kind: fault

import threading


def marking(run):
    def marked(self):
        run(self)
        if not self._started.is_set():
            self._started.set()
            self._is_stopped = True

    return marked


def init_subclass(cls):
    cls.run = marking(cls.run)


threading.Thread.__init_subclass__ = classmethod(init_subclass)
