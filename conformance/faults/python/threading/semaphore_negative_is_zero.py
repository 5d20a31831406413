# what: A negative start count is taken for zero.
# kills: threading.semaphore.initial-negative
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=1):
        super().__init__(max(0, value))


class BoundedSemaphore(threading.BoundedSemaphore):
    def __init__(self, value=1):
        super().__init__(max(0, value))


adapter.give_instead("threading", Semaphore=Semaphore, BoundedSemaphore=BoundedSemaphore)
