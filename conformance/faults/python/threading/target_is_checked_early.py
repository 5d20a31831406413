# what: The constructor refuses what cannot be called.
# kills: threading.thread.bad-target
# kind: fault

import threading

own = threading.Thread.__init__


def init(self, group=None, target=None, *args, **kwargs):
    if target is not None and not callable(target):
        raise TypeError("the target cannot be called")
    own(self, group, target, *args, **kwargs)


threading.Thread.__init__ = init
