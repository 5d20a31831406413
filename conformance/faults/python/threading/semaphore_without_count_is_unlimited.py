# what: A semaphore made without a count admits any number.
# kills: threading.semaphore.default-one
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=10**6):
        super().__init__(value)


adapter.give_instead("threading", Semaphore=Semaphore)
