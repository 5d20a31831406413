# what: A thread counts as alive in its own eyes alone.
# kills: threading.thread.alive-states, threading.thread.start-does-not-wait
# kind: fault

import threading

threading.Thread.is_alive = lambda self: threading.current_thread() is self
