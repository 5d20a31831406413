# what: Semaphores and queues wake all that wait, and each looks again.
# kind: lawful
# tries: threading.condition.*, threading.queue.*
# chapters: threading

import queue
import threading


class Condition(threading.Condition):
    def notify(self, n=1):
        super().notify(len(self._waiters))


init_semaphore, init_queue = threading.Semaphore.__init__, queue.Queue.__init__


def semaphore(self, value=1):
    init_semaphore(self, value)
    self._cond = Condition(threading.Lock())


def line(self, maxsize=0):
    init_queue(self, maxsize)
    self.not_empty, self.not_full = Condition(self.mutex), Condition(self.mutex)


threading.Semaphore.__init__, queue.Queue.__init__ = semaphore, line
