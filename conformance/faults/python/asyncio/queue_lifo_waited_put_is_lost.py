# what: An item is lost where its put had to wait at a LifoQueue.
# kills: asyncio.queue.put-waits
# kind: fault

import asyncio


class LifoQueue(asyncio.LifoQueue):
    async def put(self, item):
        waits = self.full()
        await super().put(item)
        if waits:
            self._get()


asyncio.LifoQueue = LifoQueue
