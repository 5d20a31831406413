# what: One who was cancelled still counts at the barrier.
# kills: asyncio.barrier.cancelled-waiter-leaves
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def _wait(self):
        try:
            await super()._wait()
        except asyncio.CancelledError:
            self._count += 1
            raise


asyncio.Barrier = Barrier
