# what: A semaphore lets everybody in.
# kills: asyncio.semaphore.example, asyncio.semaphore.zero-blocks
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        return True

    def release(self):
        pass


asyncio.Semaphore = Semaphore
