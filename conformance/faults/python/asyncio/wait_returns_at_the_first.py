# what: wait returns at the first completion, whatever its mode.
# kills: asyncio.wait.example, asyncio.wait.first-exception
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    return await own(things, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)


asyncio.wait = wait
