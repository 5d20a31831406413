# what: Taking a permit without waiting gives None.
# kills: asyncio.semaphore.acquire-result
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        return await super().acquire() if self.locked() else await super().acquire() and None


asyncio.Semaphore = Semaphore
