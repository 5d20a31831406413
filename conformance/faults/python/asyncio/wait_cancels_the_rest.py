# what: wait cancels what is pending when it returns.
# kills: asyncio.wait.first-completed, asyncio.wait.timeout
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    done, pending = await own(things, timeout=timeout, return_when=return_when)
    for task in pending:
        task.cancel()
    return done, pending


asyncio.wait = wait
