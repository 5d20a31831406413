# what: An error that leaves the block gives two permits back.
# kills: threading.semaphore.with-releases-on-error
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __exit__(self, *error):
        if error[0] is not None:
            self.release()
        self.release()


adapter.give_instead("threading", Semaphore=Semaphore)
