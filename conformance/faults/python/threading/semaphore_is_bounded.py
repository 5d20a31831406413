# what: The plain semaphore refuses a release beyond its start count.
# kills: threading.semaphore.release-raises-limit
# kind: fault

import threading

Semaphore = threading.BoundedSemaphore


adapter.give_instead("threading", Semaphore=Semaphore)
