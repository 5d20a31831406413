# what: A LifoQueue gives the oldest item first.
# kills: asyncio.queue.lifo
# kind: fault

import asyncio


class LifoQueue(asyncio.Queue):
    pass


asyncio.LifoQueue = LifoQueue
