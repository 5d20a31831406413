# what: A surplus release lets one more in.
# kills: threading.lock.release-unlocked
# kind: fault

import threading

adapter.give_instead("threading", Lock=threading.Semaphore)
