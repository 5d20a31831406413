# what: An immediate put on a full queue exceeds its bound.
# kills: asyncio.queue.put-nowait-full
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def put_nowait(self, item):
        bound, self._maxsize = self._maxsize, 0
        super().put_nowait(item)
        self._maxsize = bound


asyncio.Queue = Queue
