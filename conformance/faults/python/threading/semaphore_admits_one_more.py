# what: One thread more than allowed is admitted.
# kills: threading.semaphore.limit, threading.semaphore.example-order
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._value += 1


adapter.give_instead("threading", Semaphore=Semaphore)
