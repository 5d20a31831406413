# what: A class method that is called on an instance gets the instance.
# kills: objects.method.class-method-receives-class, objects.method.class-method-no-instance-state, objects.method.class-method-changes-class, objects.method.instance-attribute-shadows
# kind: fault

import types


class classmethod:
    def __init__(self, function):
        self.__func__ = function

    def __get__(self, instance, owner=None):
        return types.MethodType(self.__func__, owner if instance is None else instance)


adapter.NAMES["classmethod"] = classmethod
