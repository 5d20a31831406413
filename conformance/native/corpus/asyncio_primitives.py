async def locks():
    lock, order = asyncio.Lock(), []
    async def worker(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)
    await asyncio.gather(worker("a"), worker("b"), worker("c"))
    log("lock", order, lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError:
        log("not held")
async def events():
    event, woken = asyncio.Event(), []
    async def waiter(number):
        woken.append((number, await event.wait()))
    tasks = [asyncio.create_task(waiter(number)) for number in range(3)]
    await asyncio.sleep(0)
    log("event", event.is_set(), woken)
    event.set()
    await asyncio.gather(*tasks)
    log("woken", event.is_set(), woken, await event.wait())
    event.clear()
    log("clear", event.is_set())
async def conditions():
    condition, items, got = asyncio.Condition(), [], []
    async def consumer():
        async with condition:
            got.append(await condition.wait_for(lambda: items and items[0]))
            items.pop(0)
    async def waiter():
        async with condition:
            log("waited", await condition.wait(), condition.locked())
    tasks = [asyncio.create_task(consumer()) for _ in range(2)]
    await asyncio.sleep(0)
    for item in ["x", "y"]:
        async with condition:
            items.append(item)
            condition.notify(2)
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    log("condition", got, items)
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await task
    for method in [condition.notify, condition.notify_all]:
        try:
            method()
        except RuntimeError:
            log("without the lock")
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        log("shared", shared.locked())
async def semaphores():
    semaphore, peak, inside = asyncio.Semaphore(2), [0], [0]
    async def worker():
        async with semaphore:
            inside[0] += 1
            peak[0] = max(peak[0], inside[0])
            await asyncio.sleep(0)
            inside[0] -= 1
    await asyncio.gather(*[worker() for _ in range(5)])
    log("semaphore", peak, semaphore.locked(), await semaphore.acquire(), await semaphore.acquire(), semaphore.locked())
    semaphore.release()
    log("released", semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    log("kind", isinstance(bounded, asyncio.Semaphore))
    try:
        bounded.release()
    except ValueError:
        log("bounded")
    for kind in [asyncio.Semaphore, asyncio.BoundedSemaphore]:
        try:
            kind(-1)
        except ValueError:
            log("negative")
async def queues():
    queue = asyncio.Queue(maxsize=2)
    log("new", queue.maxsize, queue.qsize(), queue.empty(), queue.full())
    for item in [1, 2]:
        await queue.put(item)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        log("full", queue.full())
    blocked = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    log("blocked", blocked.done())
    log("items", [await queue.get(), await queue.get(), await queue.get()])
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        log("empty", queue.empty(), queue.qsize())
    for _ in range(3):
        queue.task_done()
    await queue.join()
    try:
        queue.task_done()
    except ValueError:
        log("too often")
    lifo, smallest = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for item in [2, 3, 1]:
        lifo.put_nowait(item)
        smallest.put_nowait((item, "x"))
    log("lifo", [lifo.get_nowait() for _ in range(3)])
    log("smallest", [await smallest.get() for _ in range(3)])
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    getters[0].cancel()
    for item in ["a", "b"]:
        queue.put_nowait(item)
    log("getters", await asyncio.gather(getters[1], getters[2]), getters[0].cancelled())
for program in [locks, events, conditions, semaphores, queues]:
    asyncio.run(program())
