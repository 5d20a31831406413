# what: A static method cannot be reached through an instance.
# kills: objects.method.static-via-both
# kind: fault

class staticmethod:
    def __init__(self, function):
        self.__func__ = function

    def __get__(self, instance, owner=None):
        if instance is not None:
            raise AttributeError("a static method is called on its class")
        return self.__func__


adapter.NAMES["staticmethod"] = staticmethod
