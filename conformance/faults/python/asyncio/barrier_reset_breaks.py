# what: A barrier is broken after a reset.
# kills: asyncio.barrier.reset
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def reset(self):
        await self.abort()


asyncio.Barrier = Barrier
