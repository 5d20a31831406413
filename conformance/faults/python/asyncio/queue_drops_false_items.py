# what: What counts as false is not put into a queue.
# kills: asyncio.queue.fifo
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def put(self, item):
        if item:
            await super().put(item)


asyncio.Queue = Queue
