# what: Arguments that are no tuple are refused.
# kills: threading.thread.args, threading.thread.args-string-spread, threading.thread.bad-target
# kind: fault

import threading

own = threading.Thread.__init__


def init(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
    if not isinstance(args, tuple):
        raise TypeError("args must be a tuple")
    own(self, group, target, name, args, kwargs, daemon=daemon)


threading.Thread.__init__ = init
