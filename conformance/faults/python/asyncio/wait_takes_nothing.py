# what: Waiting for nothing gives two empty sets.
# kills: asyncio.wait.empty-input
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    return (await own(things, timeout=timeout, return_when=return_when)) if things else (set(), set())


asyncio.wait = wait
