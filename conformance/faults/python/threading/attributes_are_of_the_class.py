# what: What a thread keeps is kept by its class, for all its instances.
# kills: threading.subclass.state-per-instance
# kind: fault

import threading


def set_attribute(self, name, value):
    if name.startswith("_") or hasattr(threading.Thread, name):
        object.__setattr__(self, name, value)
    else:
        setattr(type(self), name, value)


threading.Thread.__setattr__ = set_attribute
