# what: A queue with a negative maxsize is full from the start.
# kills: asyncio.queue.size
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def full(self):
        return self._maxsize < 0 or super().full()


asyncio.Queue = Queue
