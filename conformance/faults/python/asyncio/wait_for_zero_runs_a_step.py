# what: A limit of zero lets the coroutine take its first step.
# kills: asyncio.wait-for.zero
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    return await own(thing, timeout if timeout is None or timeout > 0 else 0.125)


asyncio.wait_for = wait_for
