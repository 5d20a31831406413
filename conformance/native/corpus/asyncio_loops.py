async def value(result):
    await asyncio.sleep(0)
    return result
async def fails():
    raise KeyError("k")
loop = asyncio.new_event_loop()
log("new", loop.is_running(), loop.is_closed())
log("runs", [loop.run_until_complete(value(number)) for number in range(3)])
try:
    loop.run_until_complete(fails())
except KeyError as error:
    log("error", error.args)
order = []
loop.call_soon(order.append, "soon")
loop.call_later(0.002, order.append, "later")
loop.call_at(loop.time() + 0.001, order.append, "at")
dropped = loop.call_soon(order.append, "dropped")
dropped.cancel()
loop.call_later(0.003, loop.stop)
loop.run_forever()
log("order", order, dropped.cancelled())
task = loop.create_task(value(7), name="seven")
log("task", loop.run_until_complete(task), task.get_name(), task.get_loop() is loop, task.get_coro() is not None)
def stop_early():
    loop.stop()
loop.call_soon(stop_early)
pending = loop.create_future()
try:
    loop.run_until_complete(pending)
except RuntimeError:
    log("stopped early", pending.done())
async def nested():
    coroutine = value(1)
    try:
        loop.run_until_complete(coroutine)
    except RuntimeError:
        log("runs already", inspect.getcoroutinestate(coroutine))
    coroutine.close()
    other = asyncio.new_event_loop()
    coroutine = value(1)
    try:
        other.run_until_complete(coroutine)
    except RuntimeError:
        log("another runs", inspect.getcoroutinestate(coroutine))
    coroutine.close()
    other.close()
    log("running", asyncio.get_running_loop() is loop, asyncio.get_event_loop() is loop, loop.is_running())
loop.run_until_complete(nested())
def report(loop, context):
    log("reported", type(context["exception"]).__name__, sorted(context.keys())[0])
def explode():
    raise ValueError("in a callback")
loop.set_exception_handler(report)
loop.call_soon(explode)
loop.run_until_complete(value(None))
loop.call_exception_handler({"message": "of the program", "exception": KeyError("k")})
def tell(loop, context):
    log("told", context["message"], "exception" in context)
loop.set_exception_handler(tell)
loop.call_exception_handler({"message": "without an error"})
when = loop.time() + 1000
timer = loop.call_at(when, explode)
timer.cancel()
log("timer", timer.when() == when, timer.cancelled(), loop.call_later(0, tell, None, {"message": "due"}).when() < when)
try:
    loop.set_exception_handler(5)
except TypeError:
    log("no handler")
loop.set_exception_handler(None)
future = loop.create_future()
called = []
future.add_done_callback(called.append)
future.add_done_callback(called.append)
log("removed", future.remove_done_callback(called.append))
future.add_done_callback(called.append)
future.set_result(3)
log("not yet", called)
loop.run_until_complete(value(None))
log("called", len(called), called[0] is future)
cancelled = loop.create_future()
cancelled.cancel("why")
try:
    cancelled.result()
except asyncio.CancelledError as error:
    log("message", error.args)
try:
    cancelled.exception()
except asyncio.CancelledError:
    log("no exception")
loop.close()
log("closed", loop.is_closed())
for use in [loop.run_forever, lambda: loop.call_soon(explode), lambda: loop.run_until_complete(pending)]:
    try:
        use()
    except RuntimeError:
        log("refused")
loop.close()
chosen = asyncio.new_event_loop()
asyncio.set_event_loop(chosen)
log("set", asyncio.get_event_loop() is chosen)
chosen.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError:
    log("none set")
try:
    asyncio.get_running_loop()
except RuntimeError:
    log("none runs")
async def threads():
    loop, home = asyncio.get_running_loop(), threading.get_ident()
    log("thread", await loop.run_in_executor(None, threading.get_ident) != home, await asyncio.to_thread(max, 1, 5))
    try:
        await asyncio.to_thread(int, "x")
    except ValueError:
        log("its error")
    def post():
        answer.append(asyncio.run_coroutine_threadsafe(value(9), loop).result())
        loop.call_soon_threadsafe(end.set_result, None)
    answer, end = [], loop.create_future()
    thread = threading.Thread(target=post)
    thread.start()
    await end
    thread.join()
    log("answer", answer)
asyncio.run(threads())
class Named(asyncio.Future):
    def label(self):
        return "named"
async def derived():
    future = Named()
    seen = []
    future.add_done_callback(seen.append)
    future.set_result(1)
    log("derived", await future, await value(0), seen[0] is future, seen[0].label())
asyncio.run(derived())
async def cancels():
    async def waits():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError as error:
            log("arguments", error.args, asyncio.current_task().cancelling())
            asyncio.current_task().uncancel()
            return asyncio.current_task().cancelling()
    for arguments in [[], [None], ["text"], [""], [(1, 2)]]:
        task = asyncio.create_task(waits())
        await asyncio.sleep(0)
        task.cancel(*arguments)
        log("result", await task)
asyncio.run(cancels())
async def agen():
    try:
        while True:
            yield 1
    finally:
        await asyncio.sleep(0)
        log("finalised")
async def abandons():
    async for item in agen():
        log("item", item)
        break
    for _ in range(3):
        await asyncio.sleep(0)
    log("after a while")
async def leaves_open():
    kept.append(agen())
    log("first", await kept[0].__anext__())
kept = []
asyncio.run(abandons())
asyncio.run(leaves_open())
log("end")
@types.coroutine
def marked(count):
    for _ in range(count):
        yield None
    return count
async def awaits_marked():
    log("marked", await marked(3))
asyncio.run(awaits_marked())
