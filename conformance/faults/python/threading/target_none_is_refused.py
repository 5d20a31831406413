# what: A thread without target cannot be started.
# kills: threading.thread.no-target
# kind: fault

import threading

own = threading.Thread.start


def start(self):
    if self._initialized and self._target is None and type(self) is threading.Thread:
        raise ValueError("there is nothing to run")
    own(self)


threading.Thread.start = start
