# what: An abort leaves those who wait waiting.
# kills: asyncio.barrier.abort
# kind: fault

import asyncio
from asyncio.locks import _BarrierState


class Barrier(asyncio.Barrier):
    async def abort(self):
        self._state = _BarrierState.BROKEN


asyncio.Barrier = Barrier
