# what: A start count of zero is taken for none given.
# kills: threading.semaphore.initial-zero
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=None):
        super().__init__(value or 1)


adapter.give_instead("threading", Semaphore=Semaphore)
