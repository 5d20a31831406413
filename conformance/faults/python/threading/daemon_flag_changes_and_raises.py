# what: A late change of the daemon flag raises after it was made.
# kills: threading.daemon.flag-fixed-after-start
# kind: fault

import threading


def set_daemon(self, daemon):
    self._daemonic = daemon
    if self._started.is_set():
        raise RuntimeError("cannot set daemon status of active thread")


threading.Thread.daemon = threading.Thread.daemon.setter(set_daemon)
