# what: A waiter whose time is over still takes a notification.
# kills: threading.condition.notify-count
# kind: fault

import collections
import threading


class Waiters(collections.deque):
    def remove(self, waiter):
        if not waiter.locked():
            super().remove(waiter)


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock)
        self._waiters = Waiters()


adapter.give_instead("threading", Condition=Condition)
