async def after(turns, result):
    for _ in range(turns):
        await asyncio.sleep(0)
    if isinstance(result, type):
        raise result("raised")
    return result
def described(task):
    if task.cancelled():
        return "cancelled"
    return type(task.exception()).__name__ if task.exception() else task.result()
async def gathers():
    nested = asyncio.gather(asyncio.gather(after(1, 1), after(2, 2)), after(0, 3))
    log("nested", await nested)
    shared = after(1, [])
    a, b = await asyncio.gather(shared, shared)
    log("shared", a is b, await asyncio.gather())
    outer = asyncio.gather(after(100, 1), after(100, 2))
    await asyncio.sleep(0)
    log("cancel", outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        log("cancelled", outer.cancelled())
    log("mixed", [described_value(r) for r in await asyncio.gather(after(1, KeyError), after(2, 5), return_exceptions=True)])
def described_value(value):
    return type(value).__name__ if isinstance(value, BaseException) else value
async def waits():
    for mode in [asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED]:
        tasks = [asyncio.create_task(after(1, 1)), asyncio.create_task(after(3, KeyError)), asyncio.create_task(after(5, 3))]
        done, pending = await asyncio.wait(tasks, return_when=mode)
        log(mode, [task in done for task in tasks], [task in pending for task in tasks])
        done, pending = await asyncio.wait(tasks)
        log("all", sorted([str(described(task)) for task in done]), len(pending))
    for wrong in [[], after(0, 1), asyncio.Future(), [after(0, 1)]]:
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            log("refused", type(error).__name__)
        if inspect.iscoroutine(wrong):
            wrong.close()
    try:
        await asyncio.wait([asyncio.Future()], return_when="SOMETIMES")
    except ValueError:
        log("no mode")
    future = asyncio.Future()
    done, pending = await asyncio.wait([future], timeout=0.001)
    log("timed out", len(done), future in pending, future.cancelled())
async def limits():
    log("in time", await asyncio.wait_for(after(2, 7), 10), await asyncio.wait_for(after(2, 8), None))
    future = asyncio.Future()
    try:
        await asyncio.wait_for(future, 0.001)
    except asyncio.TimeoutError:
        log("late", future.cancelled())
    done = asyncio.Future()
    done.set_result(9)
    log("done", await asyncio.wait_for(done, 0), await asyncio.wait_for(done, -1))
    try:
        await asyncio.wait_for(after(1, 1), 0)
    except asyncio.TimeoutError:
        log("no time")
    try:
        await asyncio.wait_for(after(1, OSError), 10)
    except OSError:
        log("its error")
async def shields():
    inner = asyncio.create_task(after(3, 4))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("outer cancelled", inner.cancelled(), inner.done())
    log("inner", await inner, asyncio.shield(inner) is inner)
async def completions():
    results = []
    for next_one in asyncio.as_completed([after(3, "slow"), after(1, "quick"), after(2, "middle")]):
        results.append(await next_one)
    log("order", results)
    try:
        for next_one in asyncio.as_completed([asyncio.Future()], timeout=0.001):
            await next_one
    except asyncio.TimeoutError:
        log("too late")
    try:
        for next_one in asyncio.as_completed(asyncio.Future()):
            log("never")
    except TypeError:
        log("no list")
async def scopes():
    try:
        async with asyncio.timeout(0.001) as scope:
            await asyncio.sleep(3600)
    except TimeoutError as error:
        log("expired", scope.expired(), type(error.__cause__).__name__)
    async with asyncio.timeout(None) as scope:
        log("when", scope.when())
        scope.reschedule(asyncio.get_running_loop().time() + 3600)
        await asyncio.sleep(0)
    log("not expired", scope.expired(), asyncio.current_task().cancelling())
    try:
        scope.reschedule(None)
    except RuntimeError:
        log("over")
for program in [gathers, waits, limits, shields, completions, scopes]:
    asyncio.run(program())
