# what: A single awaitable given to wait is taken for a collection of one.
# kills: asyncio.wait.single-task
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    if asyncio.isfuture(things):
        things = [things]
    elif asyncio.iscoroutine(things):
        return set(), set()
    return await own(things, timeout=timeout, return_when=return_when)


asyncio.wait = wait
