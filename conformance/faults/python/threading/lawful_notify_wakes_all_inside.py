# what: Semaphores and queues wake all that wait, and each looks again.
# kind: lawful
# chapters: threading

import queue
import threading


class Condition(threading.Condition):
    def notify(self, n=1):
        super().notify(len(self._waiters))


class Semaphore(threading.Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._cond = Condition(threading.Lock())


class Queue(queue.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self.not_empty, self.not_full = Condition(self.mutex), Condition(self.mutex)


threading.Semaphore, queue.Queue = Semaphore, Queue
