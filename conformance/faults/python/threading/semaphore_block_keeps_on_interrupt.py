# what: A block that is left by an error which is no Exception keeps the permit.
# kills: threading.semaphore.with-releases-on-error
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __exit__(self, error, value, traceback):
        if error is None or issubclass(error, Exception):
            self.release()


adapter.give_instead("threading", Semaphore=Semaphore)
