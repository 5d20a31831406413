# what: A daemon makes daemons, whatever is said.
# kills: threading.daemon.flag-inherited
# kind: fault

import threading

own = threading.Thread.__init__


def init(self, *args, daemon=None, **kwargs):
    own(self, *args, daemon=daemon, **kwargs)
    self._daemonic = self._daemonic or threading.current_thread().daemon


threading.Thread.__init__ = init
