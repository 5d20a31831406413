# what: A semaphore of several permits admits one thread at a time.
# kills: threading.semaphore.limit, threading.semaphore.example-order
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=1):
        super().__init__(min(value, 1))


adapter.give_instead("threading", Semaphore=Semaphore)
