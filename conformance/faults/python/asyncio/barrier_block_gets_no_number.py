# what: A block that is entered through a barrier gets None.
# kills: asyncio.barrier.waits-for-all
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def __aenter__(self):
        await self.wait()


asyncio.Barrier = Barrier
