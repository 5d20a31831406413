# what: A thread that was started stays alive.
# kills: threading.thread.alive-states, threading.thread.join-waits, threading.thread.join-several
# kind: fault

import threading

threading.Thread.is_alive = lambda self: self._started.is_set()
