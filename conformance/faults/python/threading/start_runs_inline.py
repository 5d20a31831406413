# what: Starting a thread runs it in the caller.
# kills: threading.thread.other-thread, threading.subclass.run-override
# kind: fault

import threading


def start(self):
    self._started.set()
    try:
        self.run()
    except Exception:
        self._invoke_excepthook(self)
    self._is_stopped = True


threading.Thread.start = start
