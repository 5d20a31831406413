# what: The bounded semaphore takes any number of releases.
# kills: threading.semaphore.bounded-over-release
# kind: fault

import threading

BoundedSemaphore = threading.Semaphore


adapter.give_instead("threading", BoundedSemaphore=BoundedSemaphore)
