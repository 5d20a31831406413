# what: The arguments arrive as one tuple.
# kills: threading.thread.args
# kind: fault

import threading

own = threading.Thread.run


def run(self):
    self._args = (tuple(self._args),) if self._args else ()
    own(self)


threading.Thread.run = run
