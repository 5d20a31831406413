# what: The plain lock is a reentrant one.
# kills: threading.lock.not-reentrant, threading.lock.release-by-other, threading.module.lock-is-low-level
# kind: fault

import threading

adapter.give_instead("threading", Lock=threading.RLock)
