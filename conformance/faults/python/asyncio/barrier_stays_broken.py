# what: A barrier that was aborted stays broken after a reset.
# kills: asyncio.barrier.abort
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def reset(self):
        if not self.broken:
            await super().reset()


asyncio.Barrier = Barrier
