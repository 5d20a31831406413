# what: Without a lock given, a condition makes a plain one: its holder cannot enter again.
# kills: threading.condition.default-lock-reentrant
# kind: fault

import threading


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or threading.Lock())


adapter.give_instead("threading", Condition=Condition)
