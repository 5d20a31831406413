# what: A class is complete only where what overrides an abstract method can be called.
# kills: objects.abstract.name-check-only
# kind: fault

import abc


class ABCMeta(abc.ABCMeta):
    def __init__(cls, name, bases, body, **keywords):
        super().__init__(name, bases, body, **keywords)
        inherited = {name for base in bases for name in getattr(base, "__abstractmethods__", ())}
        wrong = {name for name in inherited if not callable(getattr(cls, name, None))}
        cls.__abstractmethods__ = frozenset(cls.__abstractmethods__ | wrong)


adapter.give_instead("abc", ABCMeta=ABCMeta, ABC=ABCMeta("ABC", (), {}))
