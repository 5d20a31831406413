# what: A class method always gets the class that defines it.
# kills: objects.method.class-method-receives-subclass, objects.method.class-write-stays-in-subclass
# kind: fault

import types


class classmethod:
    def __init__(self, function):
        self.__func__ = function

    def __set_name__(self, owner, name):
        self.owner = owner

    def __get__(self, instance, owner=None):
        return types.MethodType(self.__func__, self.owner)


adapter.NAMES["classmethod"] = classmethod
