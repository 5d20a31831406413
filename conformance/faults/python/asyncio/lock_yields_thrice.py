# what: Taking a free lock gives others three turns, and each step at a queue two.
# kills: asyncio.await.uncontended-may-not-yield
# kind: fault

import asyncio

own = asyncio.Lock.acquire


async def acquire(self):
    for _ in range(4):
        await asyncio.sleep(0)
    return await own(self)


asyncio.Lock.acquire = acquire
