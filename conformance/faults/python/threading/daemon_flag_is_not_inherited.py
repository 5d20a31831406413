# what: A thread is no daemon unless that is said.
# kills: threading.daemon.flag-inherited
# kind: fault

import threading

own = threading.Thread.__init__


def init(self, *args, daemon=None, **kwargs):
    own(self, *args, daemon=bool(daemon), **kwargs)


threading.Thread.__init__ = init
