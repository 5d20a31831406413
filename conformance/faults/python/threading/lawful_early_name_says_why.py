# what: A name before the base constructor ran is a runtime error.
# kind: lawful
# tries: threading.thread.*, threading.subclass.*

import threading

own = threading.Thread.name


def set_name(self, name):
    if not self._initialized:
        raise RuntimeError("Thread.__init__() not called")
    own.fset(self, name)


threading.Thread.name = own.setter(set_name)
