# what: The reentrant lock is a plain one.
# kills: threading.rlock.example-nested, threading.rlock.example-recursion
# kind: fault

import threading

adapter.give_instead("threading", RLock=threading.Lock)
