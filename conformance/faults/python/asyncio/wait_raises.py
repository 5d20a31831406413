# what: The error of a task comes out of wait.
# kills: asyncio.wait.first-exception
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    done, pending = await own(things, timeout=timeout, return_when=return_when)
    for task in done:
        if not task.cancelled():
            task.result()
    return done, pending


asyncio.wait = wait
