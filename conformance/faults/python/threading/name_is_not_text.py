# what: A name that is set later is kept as it is.
# kills: threading.thread.name-settable
# kind: fault

import threading


def set_name(self, name):
    assert self._initialized
    self._name = name


threading.Thread.name = threading.Thread.name.setter(set_name)
