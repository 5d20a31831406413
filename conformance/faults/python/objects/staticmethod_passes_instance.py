# what: A static method that is called on an instance gets the instance.
# kills: objects.method.static-no-implicit-argument
# kind: fault

import types


class staticmethod:
    def __init__(self, function):
        self.__func__ = function

    def __get__(self, instance, owner=None):
        return self.__func__ if instance is None else types.MethodType(self.__func__, instance)


adapter.NAMES["staticmethod"] = staticmethod
