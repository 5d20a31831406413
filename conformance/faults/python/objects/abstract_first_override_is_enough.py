# what: A class that overrides one abstract method is complete.
# kills: objects.abstract.all-methods-required
# kind: fault

import abc


class ABCMeta(abc.ABCMeta):
    def __init__(cls, name, bases, body, **keywords):
        super().__init__(name, bases, body, **keywords)
        inherited = {name for base in bases for name in getattr(base, "__abstractmethods__", ())}
        if inherited - set(cls.__abstractmethods__):
            cls.__abstractmethods__ = frozenset()


adapter.give_instead("abc", ABCMeta=ABCMeta, ABC=ABCMeta("ABC", (), {}))
