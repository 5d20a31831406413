# what: A target is called without arguments.
# kills: threading.thread.args, threading.thread.args-string-spread
# kind: fault

import threading

own = threading.Thread.run


def run(self):
    self._args = ()
    own(self)


threading.Thread.run = run
