# what: An error that leaves the block takes the permit with it.
# kills: threading.semaphore.with-releases-on-error
# kind: fault

import threading


class Semaphore(threading.Semaphore):
    def __exit__(self, *error):
        if error[0] is None:
            super().__exit__(*error)


adapter.give_instead("threading", Semaphore=Semaphore)
