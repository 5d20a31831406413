# what: The reentrant lock is the library's own in Python.
# kind: lawful
# tries: threading.rlock.*, threading.condition.*

import threading

threading.RLock = threading._PyRLock
