# what: A put on a full queue exceeds its bound.
# kills: asyncio.queue.put-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def put(self, item):
        bound, self._maxsize = self._maxsize, 0
        self.put_nowait(item)
        self._maxsize = bound


asyncio.Queue = Queue
