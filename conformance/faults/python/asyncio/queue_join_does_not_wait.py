# what: join returns whatever is unfinished.
# kills: asyncio.queue.join
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def join(self):
        pass


asyncio.Queue = Queue
