# what: A virtual subclass must have the methods.
# kills: objects.abstract.virtual-subclass
# kind: fault

import abc


class ABCMeta(abc.ABCMeta):
    def register(cls, subclass):
        missing = [name for name in cls.__abstractmethods__ if not hasattr(subclass, name)]
        if missing:
            raise TypeError("%s has no %s" % (subclass.__name__, ", ".join(missing)))
        return super().register(subclass)


adapter.give_instead("abc", ABCMeta=ABCMeta, ABC=ABCMeta("ABC", (), {}))
