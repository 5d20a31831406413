out = []
async def worker(name, delay):
    for i in range(3):
        await asyncio.sleep(delay)
        out.append((name, i))
    return name
async def both():
    return await asyncio.gather(worker("a", 0.01), worker("b", 0.015))
log("gather", asyncio.run(both()))
log("count", len(out))
async def fails():
    await asyncio.sleep(0)
    raise KeyError("k")
async def gather_errors():
    results = await asyncio.gather(fails(), worker("c", 0), return_exceptions=True)
    out = [type(r).__name__ for r in results]
    try:
        await asyncio.gather(fails(), fails())
    except KeyError as error:
        out.append(error.args)
    return out
log("errors", asyncio.run(gather_errors()))
async def cancelled():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log("cancelled inside")
        raise
    finally:
        log("cleanup")
async def cancelling():
    task = asyncio.create_task(cancelled(), name="victim")
    await asyncio.sleep(0)
    log("state", task.done(), task.get_name(), task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        log("awaited", task.cancelled(), task.done())
asyncio.run(cancelling())
async def futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    order = []
    future.add_done_callback(lambda f: order.append(("callback", f.result())))
    loop.call_soon(order.append, "soon")
    loop.call_later(0.001, future.set_result, 5)
    value = await future
    await asyncio.sleep(0)
    try:
        future.set_result(6)
    except asyncio.InvalidStateError:
        order.append("invalid")
    return value, order, future.done(), future is future, asyncio.current_task() is asyncio.current_task()
log("futures", asyncio.run(futures()))
async def turns():
    order = []
    async def ticker(name):
        for i in range(3):
            order.append((name, i))
            await asyncio.sleep(0)
    await asyncio.gather(ticker("x"), ticker("y"))
    return order
log("turns", asyncio.run(turns()))
try:
    asyncio.run(5)
except ValueError:
    log("no coroutine")
async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        await asyncio.sleep(0)
        log("agen closed")
async def consume():
    total = []
    async for x in agen(3):
        total.append(x)
    g = agen(10)
    async for x in g:
        if x == 2:
            break
    await g.aclose()
    return total
log("agen", asyncio.run(consume()))
async def concurrent():
    gate = asyncio.get_running_loop().create_future()
    async def slow():
        await gate
        yield "value"
    g = slow()
    first = asyncio.create_task(g.__anext__()) if False else asyncio.ensure_future(advance(g))
    second = asyncio.ensure_future(advance(g))
    await asyncio.sleep(0)
    gate.set_result(None)
    results = await asyncio.gather(first, second, return_exceptions=True)
    return [r if isinstance(r, str) else type(r).__name__ for r in results]
async def advance(g):
    return await g.__anext__()
log("concurrent", asyncio.run(concurrent()))
async def exception_flow():
    async def inner():
        try:
            raise ValueError("v")
        except ValueError:
            await asyncio.sleep(0)
            raise
    try:
        await inner()
    except ValueError as error:
        return error.args, error.__context__
log("handled across await", asyncio.run(exception_flow()))
async def leftovers():
    async def forever():
        try:
            await asyncio.sleep(3600)
        finally:
            log("left cancelled")
    asyncio.create_task(forever())
    await asyncio.sleep(0)
asyncio.run(leftovers())
async def names():
    return asyncio.current_task().get_name(), [t.get_name() for t in asyncio.all_tasks()] == [asyncio.current_task().get_name()]
log("all tasks", asyncio.run(names())[1])
async def awaits_twice():
    async def once():
        return 1
    c = once()
    await c
    try:
        await c
    except RuntimeError:
        return "reused"
log("twice", asyncio.run(awaits_twice()))
async def deep(n):
    if n == 0:
        await asyncio.sleep(0)
        return "bottom"
    return await deep(n - 1)
log("deep", asyncio.run(deep(200)))
async def same_task_twice():
    async def value():
        return object()
    t = asyncio.create_task(value())
    a, b = await asyncio.gather(t, t)
    return a is b
log("same", asyncio.run(same_task_twice()))
