@a.b(c)
class A(B, metaclass=C):
    x = 1
    @staticmethod
    def f(self, *args, **kw):
        def g():
            nonlocal self
            self = yield from args
        return g
