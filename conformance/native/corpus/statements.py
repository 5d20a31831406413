x = y = [1]
x[0] += 5
log("alias", y)
a = {"k": [1, 2, 3]}
a["k"][1:2] = ["x", "y"]
log("nested target", a)
class Box:
    pass
b = Box()
b.items = []
b.items += [1]
b.n = 1
b.n **= 3
b.n <<= 4
log("attributes", b.items, b.n)
i = 0
while i < 10:
    i += 1
    if i % 2:
        continue
    if i > 6:
        break
log("while", i)
result = []
for (k, (v, w)), *rest in [((1, (2, 3)), 4, 5)]:
    result.append((k, v, w, rest))
log("deep unpack", result)
del a["k"][0]
del b.n
log("del", a, hasattr(b, "n"))
def nested_finally():
    log_order = []
    for i in range(3):
        try:
            if i == 1:
                continue
            log_order.append(i)
        finally:
            log_order.append(("f", i))
    return log_order
log("continue in finally", nested_finally())
def try_else_return():
    try:
        pass
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        log("finally runs")
log("else return", try_else_return())
log("star", [*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (lambda *a, **k: (a, k))(*[1], 2, *[3], x=1, **{"y": 2}))
log("slices", [1, 2, 3, 4, 5][::-2], "abcdef"[1:-1:2], (1, 2, 3)[-5:2], list(range(10))[8:2:-3])
matrix = [[1, 2], [3, 4]]
log("matrix", [[row[i] for row in matrix] for i in range(2)], {(i, j): i * j for i in range(2) for j in range(2) if i != j})
log("conditional", [("even" if n % 2 == 0 else "odd") for n in range(3)])
value = 10
def shadow():
    value = 20
    def inner():
        return value
    return inner()
log("shadow", shadow(), value)
def makes():
    fns = []
    for i in range(3):
        def fn(i=i):
            return i
        fns.append(fn)
    return [fn() for fn in fns]
log("default capture", makes())
log("is", None is None, [] is [], not None, 1 is not None)
log("in", 3 in [1, 2, 3], "x" not in {"y": 1}, 2 in (1, 2))
log("strings", "a" "b", r"\n", b"\x00\xff", "tab\t", 'q"q', "\u4e16", """multi
line""")
def generator_locals():
    return list((lambda n: n * k)(j) for j, k in enumerate([3, 4]))
log("generator scope", generator_locals())
try:
    [].pop()
except IndexError as error:
    log("pop", type(error).__name__)
def recursive_closure():
    def even(n):
        return True if n == 0 else odd(n - 1)
    def odd(n):
        return False if n == 0 else even(n - 1)
    return even(10)
log("mutual", recursive_closure())
def kwonly(*, a, b=2):
    return a + b
log("kwonly", kwonly(a=1))
try:
    kwonly(1)
except TypeError:
    log("positional refused")
g1 = 0
def uses_global():
    global g1, g2
    g1 = 1
    g2 = 2
uses_global()
log("globals", g1, g2)
class Counter:
    total = 0
    def __enter__(self):
        Counter.total += 1
        return Counter.total
    def __exit__(self, *args):
        Counter.total -= 1
with Counter() as one, Counter() as two:
    log("with", one, two)
log("after with", Counter.total)
assert True, "never"
pass
log("chained methods", "a b c".replace(" ", ",").split(",")[1].upper())
log("bool ops", 0 or [] or "x", 1 and 2 and 3, not (1 and 0))
log("precedence", 2 + 3 * 4 ** 2 // 5 % 7, -2 ** 2, (1, 2) + (3,) * 2, 1 + 1 == 2 and not False)
