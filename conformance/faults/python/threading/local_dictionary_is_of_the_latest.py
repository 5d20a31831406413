# what: The dictionary of a thread-local object is that of the thread that wrote last.
# kills: threading.local.isolation
# kind: fault

import _thread


class Local(_thread._local):
    def __setattr__(self, name, value):
        super().__setattr__(name, value)
        latest[id(self)] = super().__getattribute__("__dict__")

    def __getattribute__(self, name):
        own = super().__getattribute__(name)
        return latest.get(id(self), own) if name == "__dict__" else own


latest = {}
adapter.give_instead("threading", local=Local)
