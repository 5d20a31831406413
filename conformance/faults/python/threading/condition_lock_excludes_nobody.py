# what: Any number of threads may be in the block of a condition.
# kills: threading.condition.default-lock-reentrant, threading.condition.holder-excludes-others, threading.condition.wait-owns-lock-on-return
# kind: fault

import threading


class Lock:
    acquire = __enter__ = lambda self, *_: True
    release = __exit__ = lambda self, *_: None
    _is_owned = lambda self: True


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock or Lock())


adapter.give_instead("threading", Condition=Condition)
