# what: A release of a number below one is a release of one, told as an error afterwards.
# kills: threading.semaphore.release-below-one
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def release(self, n=1):
        super().release(max(1, n))
        if n < 1:
            raise ValueError("n must be one or more")


adapter.give_instead("threading", Semaphore=Semaphore)
