# what: wait_for has no limit.
# kills: asyncio.wait-for.example-five-three
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    return await thing


asyncio.wait_for = wait_for
