# what: The daemon flag can be changed at any time.
# kills: threading.daemon.flag-fixed-after-start
# kind: fault

import threading


def set_daemon(self, daemon):
    self._daemonic = daemon


threading.Thread.daemon = threading.Thread.daemon.setter(set_daemon)
