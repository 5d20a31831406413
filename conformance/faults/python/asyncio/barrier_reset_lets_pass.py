# what: A reset lets those pass who wait.
# kills: asyncio.barrier.reset
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    resets = 0

    async def reset(self):
        self.resets += 1
        await super().reset()

    async def wait(self):
        resets = self.resets
        try:
            return await super().wait()
        except asyncio.BrokenBarrierError:
            if resets == self.resets:
                raise


asyncio.Barrier = Barrier
