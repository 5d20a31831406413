calls = []
def f(x):
    calls.append(x)
    return x * x
m = map(f, [1, 2, 3])
log("created", calls, iter(m) is m, type(m).__name__, isinstance(m, list))
log("first", next(m), calls, list(m), list(m), next(m, "end"))
for action in [lambda: len(map(f, [])), lambda: map(f, [1])[0], lambda: map(f), lambda: map(), lambda: map(f, 5), lambda: next(map(None, [1])), lambda: next(map(5, [1])), lambda: list(map(lambda a: a, [1], [2])), lambda: map(f, [], 5)]:
    try:
        log("value", action())
    except TypeError:
        log("type error")
log("kinds", [list(map(str, src)) for src in [[1], (1,), "1", {1}, {1: 2}, (x for x in [1]), map(int, "1"), range(1)]], list(map(5, [])))
def stops(x):
    if x == 2:
        raise StopIteration
    return x
m = map(stops, [1, 2, 3, 4])
log("stop", list(m), list(m))
left = iter([1, 2, 3, 4])
list(map(lambda a, b: 0, [1, 2], left))
log("untouched", list(left))
left = iter([1, 2, 3, 4])
list(map(lambda a, b: 0, left, [1]))
log("lost", list(left))
src = [1]
m = map(lambda x: x, src)
src.append(2)
log("appended", list(m))
log("reduce", functools.reduce(lambda x, y: (x, y), "abcd"), functools.reduce(lambda x, y: x + y, [1, 2, 3, 4, 5], 10), functools.reduce(5, [1]), functools.reduce(5, [], None))
for action in [lambda: functools.reduce(f, []), lambda: functools.reduce(f, 5), lambda: functools.reduce(f, [1, 2]), lambda: functools.reduce(f, [1], initializer=0), lambda: functools.reduce(f)]:
    try:
        log("value", action())
    except TypeError:
        log("type error")
log("big", functools.reduce(lambda x, y: x * y, range(1, 61)))
try:
    reduce(f, [1])
except NameError:
    log("bare reduce")
log("builtins", hasattr(builtins, "map"), hasattr(builtins, "reduce"))
log("islice", list(itertools.islice(map(f, itertools.count()), 3)), list(filter(lambda x: x % 2, range(5))))
def counter():
    n = 0
    while True:
        yield n
        n += 1
c = counter()
m = map(lambda x: 2 * x, c)
log("lazy", [next(m) for _ in range(4)], next(c))
log("nested", list(map(lambda x: x * 2, map(lambda x: x + 1, [1, 2, 3]))))
log("surrogate", len("\ud800"), "\ud800" == "\ud800")
for charset in ["utf-8", "utf-16", "utf-32", "utf-16-le"]:
    try:
        "a\ud800".encode(charset)
    except UnicodeEncodeError as error:
        log("surrogate error", charset, error.start)
log("marks", "".encode("utf-16"), "".encode("utf-16-le"), "a".encode("utf-32"))
p = functools.partial(lambda a, b, c=0: (a, b, c), 1, c=5)
log("partial", p(2), p(2, c=6))
log("operator", operator.add(1, 2), operator.mul("a", 3), operator.getitem([1, 2], 1))
log("math", math.floor(-1.5), math.ceil(1.2), math.sqrt(16), math.gcd(12, 18), math.isnan(math.nan), math.prod([1, 2, 3]), math.factorial(5))
