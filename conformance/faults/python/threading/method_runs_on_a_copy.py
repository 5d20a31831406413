# what: A method that is a target works on a copy of its object.
# kills: threading.thread.method-and-kwargs
# kind: fault

import copy
import threading
import types

own = threading.Thread.run


def run(self):
    if isinstance(self._target, types.MethodType):
        target = self._target
        self._target = types.MethodType(target.__func__, copy.copy(target.__self__))
    own(self)


threading.Thread.run = run
