# what: With FIRST_COMPLETED wait gives one task as done, and leaves others that are done among the pending.
# kills: asyncio.wait.sets-partition
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    done, pending = await own(things, timeout=timeout, return_when=return_when)
    while return_when == asyncio.FIRST_COMPLETED and len(done) > 1:
        pending.add(done.pop())
    return done, pending


asyncio.wait = wait
