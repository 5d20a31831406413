# what: A negative start count is taken for permits owed.
# kills: threading.semaphore.initial-negative
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=1):
        super().__init__(max(0, value))
        self.debt = max(0, -value)

    def release(self, n=1):
        paid = min(n, self.debt)
        self.debt -= paid
        if n > paid:
            super().release(n - paid)


adapter.give_instead("threading", Semaphore=Semaphore)
