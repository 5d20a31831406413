# what: A wait that is cancelled while it waits for its lock forgets the cancellation.
# kills: asyncio.condition.cancelled-wait-owns-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    def __init__(self, lock=None):
        super().__init__(lock)
        self.acquire = self.insist

    async def insist(self):
        try:
            return await self._lock.acquire()
        except asyncio.CancelledError:
            return await self.insist()


asyncio.Condition = Condition
