# what: A barrier keeps nobody.
# kills: asyncio.barrier.waits-for-all
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def wait(self):
        return 0


asyncio.Barrier = Barrier
