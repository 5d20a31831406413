# what: The process does not wait at exit for normal threads that a daemon started.
# kills: threading.daemon.normal-thread-waited
# kind: fault

import threading

own = threading.Thread.start


def start(self):
    own(self)
    if threading.current_thread().daemon:
        threading._shutdown_locks.discard(self._tstate_lock)


threading.Thread.start = start
