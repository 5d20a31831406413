# what: A start after a direct call of run does not run again.
# kills: threading.thread.run-direct-not-started
# kind: fault

import threading


def only_once(run):
    def guarded(self):
        if not getattr(self, "ran", False):
            self.ran = True
            run(self)

    return guarded


def init_subclass(cls):
    cls.run = only_once(cls.run)


threading.Thread.__init_subclass__ = classmethod(init_subclass)
