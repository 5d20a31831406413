# what: A timeout of zero or less means without limit.
# kills: threading.thread.join-zero
# kind: fault

import threading

own = threading.Thread.join


def join(self, timeout=None):
    own(self, timeout if timeout and timeout > 0 else None)


threading.Thread.join = join
