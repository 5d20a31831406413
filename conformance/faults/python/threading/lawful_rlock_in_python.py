# what: The reentrant lock is the library's own in Python.
# kind: lawful
# chapters: threading

import threading

threading.RLock = threading._PyRLock
