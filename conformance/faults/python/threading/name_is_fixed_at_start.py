# what: The name of a thread that was started cannot be changed.
# kills: threading.thread.name-settable
# kind: fault

import threading

own = threading.Thread.name


def set_name(self, name):
    if self._started.is_set():
        raise RuntimeError("the thread was started")
    own.fset(self, name)


threading.Thread.name = own.setter(set_name)
