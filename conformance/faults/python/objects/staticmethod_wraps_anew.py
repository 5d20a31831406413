# what: A static method is a new wrapper at each access.
# kills: objects.method.static-is-plain-function
# kind: fault

import functools


class staticmethod:
    def __init__(self, function):
        self.__func__ = function

    def __get__(self, instance, owner=None):
        return functools.partial(self.__func__)


adapter.NAMES["staticmethod"] = staticmethod
