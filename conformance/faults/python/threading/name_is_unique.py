# what: A second thread of the same name is refused.
# kills: threading.thread.name-settable
# kind: fault

import threading

own = threading.Thread.__init__
taken = set()


def init(self, *args, **kwargs):
    own(self, *args, **kwargs)
    if self._name in taken:
        raise ValueError("there is a thread of this name")
    taken.add(self._name)


threading.Thread.__init__ = init
