# what: An unknown mode of wait is taken for all.
# kills: asyncio.wait.bad-mode
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    known = asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED
    return await own(things, timeout=timeout, return_when=return_when if return_when in known else known[-1])


asyncio.wait = wait
