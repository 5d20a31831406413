# what: A thread reports to the hook that was set when it was started.
# kills: threading.thread.exception-reported
# kind: fault

import sys
import threading

own = threading.Thread.start


def start(self):
    hook = threading.excepthook
    self._invoke_excepthook = lambda thread: hook(
        threading.ExceptHookArgs((*sys.exc_info(), thread))
    )
    own(self)


threading.Thread.start = start
