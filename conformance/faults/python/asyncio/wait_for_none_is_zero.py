# what: No limit is taken for a limit of zero.
# kills: asyncio.wait-for.no-limit
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    return await own(thing, timeout or 0)


asyncio.wait_for = wait_for
