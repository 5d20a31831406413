# what: A thread is alive until it ends, also before it starts.
# kills: threading.thread.alive-states
# kind: fault

import threading

own = threading.Thread.is_alive
threading.Thread.is_alive = lambda self: not self._started.is_set() or own(self)
