def count(n):
    log("start")
    i = 0
    while i < n:
        sent = yield i
        if sent is not None:
            log("sent", sent)
        i += 1
    return "done"
g = count(2)
log("kind", type(g).__name__, iter(g) is g)
log("next", next(g), g.send("hi"))
try:
    next(g)
except StopIteration as stop:
    log("stop", stop.value)
try:
    next(g)
except StopIteration as stop:
    log("again", stop.value)
def fib(n):
    a, b = 0, 1
    for _ in range(n):
        yield a
        a, b = b, a + b
log("fib", list(fib(10)), list(fib(0)), list(fib(101))[-1])
def cleanup():
    try:
        try:
            yield 1
            yield 2
        finally:
            log("inner")
    finally:
        log("outer")
g = cleanup()
next(g)
g.close()
g.close()
try:
    next(g)
except StopIteration:
    log("closed")
g = cleanup()
g.close()
log("fresh close")
g = cleanup()
next(g)
del g
log("dropped")
def catcher():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            log("caught", error.args)
g = catcher()
next(g)
log("throw", g.throw(ValueError("v")), g.throw(ValueError, "w"))
try:
    g.throw(KeyError("out"))
except KeyError as error:
    log("out", error.args)
try:
    count(1).send(5)
except TypeError:
    log("fresh send")
def stops():
    yield 1
    raise StopIteration
try:
    list(stops())
except RuntimeError as error:
    log("converted", type(error.__cause__).__name__)
def inner():
    x = yield "a"
    log("inner got", x)
    try:
        yield "b"
    except ValueError:
        log("inner caught")
        yield "c"
    return "result"
def outer():
    result = yield from inner()
    log("outer got", result)
    yield from [10, 20]
    return (yield from (x for x in "z"))
g = outer()
log("delegate", next(g), g.send(5), g.throw(ValueError), next(g), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    log("end", stop.value)
def reenter():
    try:
        next(me)
    except ValueError as error:
        log("already", type(error).__name__)
    yield 1
me = reenter()
log("reentry", next(me))
def handler():
    try:
        raise KeyError("mine")
    except KeyError:
        yield 1
        try:
            raise
        except KeyError as error:
            yield error.args
g = handler()
next(g)
try:
    raise
except RuntimeError:
    log("no leak out")
try:
    raise OSError("theirs")
except OSError:
    log("own", next(g))
    try:
        raise
    except OSError as error:
        log("consumer keeps", error.args)
def states():
    yield inspect.getgeneratorstate(s)
s = states()
log("states", inspect.getgeneratorstate(s), next(s), inspect.getgeneratorstate(s), list(s), inspect.getgeneratorstate(s))
log("genexp", list(x * x for x in range(4)), sum(x for x in range(5)), type((x for x in [])).__name__)
def ignores():
    while True:
        try:
            yield
        except GeneratorExit:
            pass
g = ignores()
next(g)
try:
    g.close()
except RuntimeError:
    log("ignored exit")
del g
def lazy():
    log("pull")
    yield 1
x = (v for v in lazy())
log("before")
next(x)
log("take", [v for v, _ in zip(fib(100), range(5))])
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
log("tree", list(tree(3)))
def deep(n):
    if n == 0:
        yield "bottom"
    else:
        yield from deep(n - 1)
log("deep", list(deep(300)))
def echo():
    value = None
    while True:
        value = yield value
e = echo()
next(e)
log("echo", e.send(1), e.send(None), e.send("x"))
log("unpack", [*fib(5)], max(fib(6)), dict(zip("ab", fib(2))), "-".join(str(v) for v in fib(4)))
def with_return():
    return 5
    yield
try:
    next(with_return())
except StopIteration as stop:
    log("immediate", stop.value)
def throws_in_finally():
    try:
        yield 1
    finally:
        raise KeyError("in finally")
g = throws_in_finally()
next(g)
try:
    g.close()
except KeyError as error:
    log("close raises", error.args, type(error.__context__).__name__)
