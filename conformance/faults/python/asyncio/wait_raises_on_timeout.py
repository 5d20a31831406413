# what: wait raises the timeout error when its time is over.
# kills: asyncio.wait.timeout
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    done, pending = await own(things, timeout=timeout, return_when=return_when)
    if timeout is not None and pending:
        raise asyncio.TimeoutError
    return done, pending


asyncio.wait = wait
