# what: A barrier is broken when one who waits is cancelled.
# kills: asyncio.barrier.cancelled-waiter-leaves
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def wait(self):
        try:
            return await super().wait()
        except asyncio.CancelledError:
            await self.abort()
            raise


asyncio.Barrier = Barrier
