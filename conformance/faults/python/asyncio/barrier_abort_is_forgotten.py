# what: An abort raises errors in those who wait, and in nobody later.
# kills: asyncio.barrier.abort
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def abort(self):
        await super().reset()


asyncio.Barrier = Barrier
