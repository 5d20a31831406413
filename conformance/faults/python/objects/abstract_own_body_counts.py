# what: A class is complete only by methods of its own body: what a base between brings does not count.
# kills: objects.abstract.completion-across-levels
# kind: fault

import abc


class ABCMeta(abc.ABCMeta):
    def __init__(cls, name, bases, body, **keywords):
        super().__init__(name, bases, body, **keywords)
        every = {
            method
            for base in cls.__mro__
            for method, function in vars(base).items()
            if getattr(function, "__isabstractmethod__", False)
        }
        cls.__abstractmethods__ = frozenset(
            method for method in every if method not in body or getattr(body[method], "__isabstractmethod__", False)
        )


adapter.give_instead("abc", ABCMeta=ABCMeta, ABC=ABCMeta("ABC", (), {}))
