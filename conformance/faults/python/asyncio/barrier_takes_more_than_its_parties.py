# what: Who comes while a round leaves a barrier passes with it.
# kills: asyncio.barrier.waits-for-all
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def _block(self):
        pass


asyncio.Barrier = Barrier
