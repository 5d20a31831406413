# what: A name given before the base constructor ran is accepted and then overwritten.
# kills: threading.subclass.name-before-base-init
# kind: fault

import threading


def set_name(self, name):
    self._name = str(name)


threading.Thread.name = property(lambda self: self._name, set_name)
