# what: A second start does nothing.
# kills: threading.thread.start-twice
# kind: fault

import threading

own = threading.Thread.start
threading.Thread.start = lambda self: None if self._started.is_set() else own(self)
