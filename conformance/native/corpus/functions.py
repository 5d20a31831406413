def f(a, b=2, *args, c, d=4, **kwargs):
    return (a, b, args, c, d, sorted(kwargs.items()))
log("call", f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(*[1, 2], **{"c": 3}))
for args, kwargs in [((), {}), ((1,), {}), ((1, 2), {"c": 1, "a": 5})]:
    try:
        f(*args, **kwargs)
    except TypeError:
        log("type error", args)
def outer():
    count = 0
    def inner():
        nonlocal count
        count += 1
        return count
    return inner
i, j = outer(), outer()
log("closure", i(), i(), j())
g = 1
def change():
    global g
    g += 1
change()
log("global", g)
def unbound():
    try:
        x += 1
    except UnboundLocalError:
        return "unbound"
log("unbound", unbound())
try:
    undefined_name
except NameError as error:
    log("name", type(error).__name__)
def late():
    return [fn() for fn in [lambda: k for k in range(3)]]
log("late binding", late())
def defaults(x, acc=[]):
    acc.append(x)
    return acc
log("default shared", defaults(1), defaults(2))
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
log("recursion", fact(20), fact(30))
def deep(n):
    return deep(n + 1)
try:
    deep(0)
except RecursionError:
    log("recursion limit")
def deco(fn):
    def wrapped(*args):
        return ("wrapped", fn(*args))
    return wrapped
@deco
def hello(x):
    return x
log("decorator", hello(3), hello.__name__)
log("lambda", (lambda x, *y, z=1: (x, y, z))(1, 2, z=3))
def gen_scope():
    x = 5
    return [x + y for y in range(3)], (lambda: x)()
log("scopes", gen_scope())
class Scope:
    x = 1
    ys = [y for y in range(2)]
    def method(self):
        return x
x = "module"
log("class scope", Scope.x, Scope.ys, Scope().method())
def swap(a, b):
    a, b = b, a
    return a, b
log("swap", swap(1, 2))
def delete():
    x = 1
    del x
    try:
        x
    except UnboundLocalError:
        return "deleted"
log("delete", delete())
log("conditional", "a" if g else "b", g and 0 or "c", None or [] or "d")
def chain():
    r = []
    def v(n):
        r.append(n)
        return n
    v(1) < v(3) < v(2) < v(9)
    return r
log("chain", chain())
def loops():
    out = []
    for i in range(5):
        if i == 1:
            continue
        if i == 3:
            break
        out.append(i)
    else:
        out.append("else")
    while True:
        break
    else:
        out.append("never")
    n = 2
    while n:
        n -= 1
    else:
        out.append("done")
    return out
log("loops", loops())
