# what: join raises what ended the thread.
# kills: threading.thread.exception-isolated
# kind: fault

import sys
import threading

own, own_report = threading.Thread.join, threading.Thread._bootstrap_inner


def bootstrap(self):
    report = self._invoke_excepthook

    def keep(thread):
        self.error = sys.exc_info()[1]
        report(thread)

    self._invoke_excepthook = keep
    own_report(self)


def join(self, timeout=None):
    own(self, timeout)
    if hasattr(self, "error"):
        raise self.error


threading.Thread._bootstrap_inner, threading.Thread.join = bootstrap, join
