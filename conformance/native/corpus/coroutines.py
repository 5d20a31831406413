async def add(a, b):
    return a + b
c = add(2, 3)
try:
    c.send(None)
except StopIteration as stop:
    log("by hand", stop.value)
try:
    c.send(None)
except RuntimeError:
    log("reused")
class Pause:
    def __init__(self, value):
        self.value = value
    def __await__(self):
        got = yield self.value
        return got
async def steps():
    log("first")
    x = await Pause("a")
    log("second", x)
    try:
        await Pause("b")
    except ValueError as error:
        log("caught", error.args)
    finally:
        log("finally")
    return "result"
async def outer():
    return ("outer", await steps())
c = outer()
log("send", c.send(None), c.send(10))
try:
    c.throw(ValueError("v"))
except StopIteration as stop:
    log("stop", stop.value)
c = outer()
c.send(None)
c.close()
log("closed")
for bad in [lambda: list(add(1, 2)), lambda: next(add(1, 2)), lambda: iter(add(1, 2))]:
    try:
        bad()
    except TypeError:
        log("not iterable")
async def awaits_int():
    await 5
try:
    awaits_int().send(None)
except TypeError:
    log("not awaitable")
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                log("got", got)
            await Pause(("tick", i))
    finally:
        log("agen finally")
def drive(coro):
    out = []
    try:
        value = coro.send(None)
        while True:
            out.append(value)
            value = coro.send(None)
    except StopIteration as stop:
        return out, stop.value
    except Exception as error:
        return out, type(error).__name__
async def consume():
    out = []
    async for x in agen(3):
        out.append(x)
    return out
log("async for", drive(consume()))
async def comp():
    return [x async for x in agen(2)], {x: 1 async for x in agen(1)}
log("async comprehension", drive(comp()))
async def early():
    g = agen(5)
    async for x in g:
        if x == 1:
            break
    await g.aclose()
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        return "exhausted"
log("aclose", drive(early()))
async def sends():
    g = agen(3)
    r = [await g.asend(None), await g.asend("hello")]
    try:
        await g.athrow(KeyError("k"))
    except KeyError as error:
        r.append(error.args)
    return r
log("asend", drive(sends()))
class CM:
    async def __aenter__(self):
        await Pause("enter")
        return "entered"
    async def __aexit__(self, kind, error, trace):
        await Pause("exit")
        return kind is ValueError
async def managed():
    async with CM() as x:
        log("inside", x)
        raise ValueError
    async with CM():
        return "returned"
log("async with", drive(managed()))
async def not_iterable():
    try:
        async for x in [1]:
            pass
    except TypeError:
        return "no async iteration"
log("list", drive(not_iterable()))
try:
    for x in agen(1):
        pass
except TypeError:
    log("no sync iteration")
async def await_gen():
    try:
        await agen(1)
    except TypeError:
        return "async generator is not awaitable"
log("await agen", drive(await_gen()))
class AIter:
    def __init__(self):
        self.n = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n
async def custom():
    return [x async for x in AIter()]
log("custom", drive(custom()))
async def genexp():
    g = (x * 2 async for x in agen(2))
    return type(g).__name__, [x async for x in g]
log("async genexp", drive(genexp()))
async def chain(n):
    if n == 0:
        return await Pause("bottom")
    return await chain(n - 1)
log("chain", drive(chain(200)))
async def error_in_agen():
    async def bad():
        yield 1
        raise KeyError("bad")
    out = []
    try:
        async for x in bad():
            out.append(x)
    except KeyError as error:
        out.append(error.args)
    return out
log("agen error", drive(error_in_agen()))
log("kinds", type(add).__name__, type(agen(1)).__name__, inspect.iscoroutinefunction(add), inspect.isasyncgenfunction(agen), inspect.isgeneratorfunction(drive))
class Forgetful:
    def __aiter__(self):
        return self
    async def __anext__(self):
        del Forgetful.__anext__
        return 1
async def loop_over_forgetful():
    out = []
    try:
        async for x in Forgetful():
            out.append(x)
    except TypeError:
        out.append("no __anext__")
    return out
log("forgetful", drive(loop_over_forgetful()))
