# what: An error that leaves the block is swallowed.
# kills: threading.semaphore.with-releases-on-error
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __exit__(self, *error):
        super().__exit__(*error)
        return True


adapter.give_instead("threading", Semaphore=Semaphore)
