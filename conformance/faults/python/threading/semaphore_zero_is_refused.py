# what: A start count of zero is an error.
# kills: threading.semaphore.initial-zero, threading.semaphore.initial-negative
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=1):
        if value < 1:
            raise ValueError("a semaphore needs a permit")
        super().__init__(value)


adapter.give_instead("threading", Semaphore=Semaphore)
