# what: Thread-local storage is the library's own in Python.
# kind: lawful
# chapters: threading

import _threading_local
import threading

threading.local = _threading_local.local
