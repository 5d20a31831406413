# what: What is abstract is computed anew at each construction.
# kills: objects.abstract.late-patching-ignored
# kind: fault

import abc


class ABCMeta(abc.ABCMeta):
    def __call__(cls, *arguments, **keywords):
        names = {name for base in cls.__mro__ for name in vars(base)}
        cls.__abstractmethods__ = frozenset(
            name for name in names if getattr(getattr(cls, name, None), "__isabstractmethod__", False)
        )
        return super().__call__(*arguments, **keywords)


adapter.give_instead("abc", ABCMeta=ABCMeta, ABC=ABCMeta("ABC", (), {}))
