# what: A semaphore made without a count has no permit.
# kills: threading.semaphore.default-one
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=0):
        super().__init__(value)


class BoundedSemaphore(threading.BoundedSemaphore):
    def __init__(self, value=0):
        super().__init__(value)


adapter.give_instead("threading", Semaphore=Semaphore, BoundedSemaphore=BoundedSemaphore)
