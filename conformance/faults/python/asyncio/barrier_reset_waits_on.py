# what: A reset leaves those who wait waiting.
# kills: asyncio.barrier.reset
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    async def reset(self):
        pass


asyncio.Barrier = Barrier
