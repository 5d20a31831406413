# what: wait_for gives the value when its limit is over.
# kills: asyncio.wait-for.in-time-value
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    value, _ = await asyncio.gather(own(thing, timeout), asyncio.sleep(timeout or 0))
    return value


asyncio.wait_for = wait_for
