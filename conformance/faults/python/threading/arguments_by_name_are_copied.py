# what: A thread gets copies of the lists that it is given by name.
# kills: threading.memory.shared
# kind: fault

import threading

own = threading.Thread.__init__


def init(self, *args, kwargs=None, **more):
    copies = {name: one[:] if type(one) is list else one for name, one in (kwargs or {}).items()}
    own(self, *args, kwargs=copies, **more)


threading.Thread.__init__ = init
