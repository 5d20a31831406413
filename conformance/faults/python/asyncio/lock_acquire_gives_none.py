# what: Taking a lock gives None.
# kills: asyncio.lock.acquire-result
# kind: fault

import asyncio

own = asyncio.Lock.acquire


async def acquire(self):
    await own(self)


asyncio.Lock.acquire = acquire
