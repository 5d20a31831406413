# what: A cancelled wait cancels the tasks that it waits for.
# kills: asyncio.wait.cancelled
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    try:
        return await own(things, timeout=timeout, return_when=return_when)
    except asyncio.CancelledError:
        for each in things:
            each.cancel()
        raise


asyncio.wait = wait
