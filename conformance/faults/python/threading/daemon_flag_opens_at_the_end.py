# what: The daemon flag of a thread that ended can be changed.
# kills: threading.daemon.flag-fixed-after-start
# kind: fault

import threading

own = threading.Thread.daemon


def set_daemon(self, daemon):
    if self._started.is_set() and not self.is_alive():
        self._daemonic = daemon
    else:
        own.fset(self, daemon)


threading.Thread.daemon = own.setter(set_daemon)
