# what: When the time of as_completed is over, what has finished before is dropped.
# kills: asyncio.as-completed.timeout
# kind: fault

import asyncio

own = asyncio.as_completed


def as_completed(things, *, timeout=None):
    async def limited(awaitable, loop, end):
        value = await awaitable
        if loop.time() >= end:
            raise asyncio.TimeoutError
        return value

    loop = asyncio.get_running_loop()
    end = float("inf") if timeout is None else loop.time() + timeout
    for awaitable in own(things, timeout=timeout):
        yield limited(awaitable, loop, end)


asyncio.as_completed = as_completed
