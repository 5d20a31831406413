# what: A thread counts as started once run was called.
# kills: threading.thread.run-direct-not-started
# kind: fault

import threading


def marking(run):
    def marked(self):
        self._started.set()
        run(self)

    return marked


def init_subclass(cls):
    cls.run = marking(cls.run)


threading.Thread.__init_subclass__ = classmethod(init_subclass)
