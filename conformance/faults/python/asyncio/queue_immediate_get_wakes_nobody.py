# what: An immediate get does not let a put go on that waits for room.
# kills: asyncio.queue.put-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def get_nowait(self):
        if self.empty():
            raise asyncio.QueueEmpty
        return self._get()

    async def get(self):
        item = await super().get()
        self._wakeup_next(self._putters)
        return item


asyncio.Queue = Queue
