# what: A get that had to wait at a PriorityQueue gives None.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class PriorityQueue(asyncio.PriorityQueue):
    async def get(self):
        waits = self.empty()
        item = await super().get()
        return None if waits else item


asyncio.PriorityQueue = PriorityQueue
