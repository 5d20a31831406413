# what: A thread gets copies of the lists that it is given.
# kills: threading.memory.shared
# kind: fault

import threading

own = threading.Thread.__init__


def init(self, *args, **kwargs):
    own(self, *args, **kwargs)
    if isinstance(self._args, tuple):
        self._args = tuple(one[:] if type(one) is list else one for one in self._args)


threading.Thread.__init__ = init
