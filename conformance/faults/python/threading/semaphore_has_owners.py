# what: While a semaphore is held, only a thread that holds it may release it.
# kills: threading.semaphore.release-by-other
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self.owners = []

    def acquire(self, *arguments, **keywords):
        acquired = super().acquire(*arguments, **keywords)
        if acquired:
            self.owners.append(threading.get_ident())
        return acquired

    def release(self, n=1):
        if self.owners:
            if threading.get_ident() not in self.owners:
                raise RuntimeError("this thread does not hold the semaphore")
            self.owners.remove(threading.get_ident())
        super().release(n)


adapter.give_instead("threading", Semaphore=Semaphore)
