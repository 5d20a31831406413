# what: Of several waiters the latest is woken first.
# kind: lawful
# tries: threading.condition.*, threading.event.*, threading.queue.*, threading.semaphore.*
# chapters: threading

import collections
import threading


class Latest(collections.deque):
    append = collections.deque.appendleft


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock)
        self._waiters = Latest()


threading.Condition = Condition
