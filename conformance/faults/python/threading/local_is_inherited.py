# what: What a thread has not set it finds as the first thread left it.
# kills: threading.local.isolation
# kind: fault

import _thread


class Local(_thread._local):
    def __init__(self):
        self.__dict__.update(first.get(id(self), {}))
        first.setdefault(id(self), self.__dict__)


first = {}
adapter.give_instead("threading", local=Local)
