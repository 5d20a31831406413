# what: A lock lets two in.
# kills: threading.lock.mutual-exclusion, threading.lock.acquire-waits-for-release
# kind: fault

import threading

adapter.give_instead("threading", Lock=lambda: threading.Semaphore(2))
