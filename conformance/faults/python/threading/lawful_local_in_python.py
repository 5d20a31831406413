# what: Thread-local storage is the library's own in Python.
# kind: lawful
# tries: threading.local*, threading.memory.*

import _threading_local
import threading

threading.local = _threading_local.local
