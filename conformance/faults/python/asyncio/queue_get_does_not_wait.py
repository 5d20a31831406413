# what: A get on an empty queue gives None.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def get(self):
        return None if self.empty() else self.get_nowait()


asyncio.Queue = Queue
