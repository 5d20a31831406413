class A:
    count = 0
    def __init__(self, x):
        self.x = x
        A.count += 1
    def get(self):
        return self.x
    @classmethod
    def make(cls, x):
        return cls(x)
    @staticmethod
    def double(x):
        return 2 * x
    @property
    def twice(self):
        return self.x * 2
    @twice.setter
    def twice(self, value):
        self.x = value // 2
    def __repr__(self):
        return "A(" + repr(self.x) + ")"
    def __eq__(self, other):
        return isinstance(other, A) and self.x == other.x
    def __hash__(self):
        return hash(self.x)
    def __lt__(self, other):
        return self.x < other.x
    def __add__(self, other):
        return A(self.x + (other.x if isinstance(other, A) else other))
    def __radd__(self, other):
        return A(other + self.x)
    def __len__(self):
        return 3
    def __getitem__(self, key):
        if isinstance(key, slice):
            return (key.start, key.stop, key.step)
        return key * 10
    def __contains__(self, item):
        return item == self.x
    def __call__(self, *args):
        return args
    def __bool__(self):
        return self.x != 0
class B(A):
    def get(self):
        return ("B", super().get())
a, b = A(1), B.make(2)
log("basic", a.get(), b.get(), A.count, b.double(4), A.double(3), type(b).__name__, isinstance(b, A), issubclass(B, A), isinstance(a, B))
a.twice = 10
log("property", a.twice, a.x)
log("special", str(a), str([a, b]), a == A(5), a != b, a < b, len(a), a[2], a[1:5:2], 5 in a, a(1, 2), bool(A(0)), (a + b).x, (a + 1).x, (1 + a).x, sorted([B(3), A(1)])[0].x)
log("dict keys", {A(1): "one"}[A(1)])
for action in [lambda: A(), lambda: a.missing, lambda: A.get(), lambda: A.missing, lambda: B.make()]:
    try:
        action()
    except (TypeError, AttributeError) as error:
        log("error", type(error).__name__)
log("through class", A.get(a), A.get(b), B.get(b))
class D1:
    def who(self):
        return ["D1"]
class D2(D1):
    def who(self):
        return ["D2"] + super().who()
class D3(D1):
    def who(self):
        return ["D3"] + super().who()
class D4(D2, D3):
    def who(self):
        return ["D4"] + super().who()
log("mro", D4().who(), [c.__name__ for c in D4.__mro__])
try:
    class Bad(D1, D2):
        pass
except TypeError:
    log("inconsistent mro")
class I(metaclass=ABCMeta):
    @abstractmethod
    def f(self):
        return "abstract body"
    @abstractmethod
    def g(self):
        pass
class Half(I):
    def f(self):
        return "half " + super().f()
class Full(Half):
    def g(self):
        return "full"
for cls in [I, Half]:
    try:
        cls()
    except TypeError as error:
        log("abstract", cls.__name__, "f" in str(error), "g" in str(error))
log("full", Full().f(), Full().g(), isinstance(Full(), I), type(I) is ABCMeta, type(I).__name__, sorted(I.__abstractmethods__))
I.register(int)
log("virtual", isinstance(3, I), issubclass(int, I), isinstance("x", I))
log("method kinds", type(a.get).__name__, a.get.__self__ is a, type(A.get).__name__, A.make.__self__ is A, a.double is A.double, type(A.double).__name__)
B.count = 100
log("class attribute", A.count, B.count, b.count)
a.count = 7
log("shadow", a.count, A.count)
del a.count
log("unshadow", a.count)
setattr(a, "dynamic", 1)
log("dynamic", a.dynamic, hasattr(a, "nope"), getattr(a, "nope", "default"), a.__dict__, hasattr(A, "get"))
class Private:
    def __init__(self):
        self.__secret = 1
    def get(self):
        return self.__secret
log("mangled", Private().get(), Private()._Private__secret, hasattr(Private(), "__secret"))
class Dynamic:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name
        raise AttributeError(name)
log("getattr", Dynamic().xyz, hasattr(Dynamic(), "abc"))
class Setter:
    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)
s = Setter()
s.v = 3
log("setattr", s.v)
class Iter:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
log("iterator", list(Iter(3)), [x for x in Iter(2)], sum(Iter(4)), max(Iter(3)))
class New:
    made = []
    def __new__(cls, *args):
        obj = super().__new__(cls)
        cls.made.append(args)
        return obj
    def __init__(self, x):
        self.x = x
log("new", New(5).x, New.made)
class Singleton:
    instance = None
    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
log("singleton", Singleton() is Singleton())
class MyList(list):
    def total(self):
        return sum(self)
m = MyList([1, 2])
m.append(3)
log("list subclass", m.total(), len(m), str(m), isinstance(m, list), m[1:], [x for x in m])
class MyDict(dict):
    def __missing__(self, key):
        return key * 2
d = MyDict(a=1)
log("dict subclass", d["a"], d["b"], len(d), dict(d))
class MyInt(int):
    def double(self):
        return self * 2
log("int subclass", MyInt(4).double(), MyInt(3) + 1, MyInt(5) == 5)
class Descriptor:
    def __get__(self, obj, owner):
        return ("got", obj is None, owner.__name__)
    def __set__(self, obj, value):
        obj.__dict__
        obj.stored = value
class Uses:
    d = Descriptor()
u = Uses()
u.d = 4
log("descriptor", u.d, Uses.d, u.stored)
class Meta:
    registry = []
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__()
        Meta.registry.append((cls.__name__, sorted(kwargs)))
class Sub(Meta, tag=1):
    pass
log("init subclass", Meta.registry)
class Eq:
    def __eq__(self, other):
        return True
try:
    hash(Eq())
except TypeError:
    log("eq without hash")
class Fin:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        log("del", self.name)
f = Fin("first")
f = Fin("second")
del f
def scope():
    Fin("temporary")
    local = Fin("local")
    log("end of scope")
scope()
log("docs", type("Made", (A,), {"extra": 5})(1).extra, A.__name__, A.__module__ == Full.__module__)
class Undecorated:
    def nothing():
        return "ok"
log("undecorated", Undecorated.nothing())
try:
    Undecorated().nothing()
except TypeError:
    log("undecorated fails")
