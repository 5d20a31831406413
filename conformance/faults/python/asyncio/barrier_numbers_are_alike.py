# what: All who pass a barrier get the same number.
# kills: asyncio.barrier.waits-for-all
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def wait(self):
        await super().wait()
        return 0


asyncio.Barrier = Barrier
