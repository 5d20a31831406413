# what: A bounded semaphore takes a start count of zero for none given.
# kills: threading.semaphore.initial-zero
# kind: fault

import threading


class BoundedSemaphore(threading.BoundedSemaphore):
    def __init__(self, value=None):
        super().__init__(value or 1)


adapter.give_instead("threading", BoundedSemaphore=BoundedSemaphore)
