# what: A text is one argument.
# kills: threading.thread.args-string-spread
# kind: fault

import threading

own = threading.Thread.run


def run(self):
    if isinstance(self._args, str):
        self._args = (self._args,)
    own(self)


threading.Thread.run = run
