# what: A LifoQueue has no bound.
# kills: asyncio.queue.lifo
# kind: fault

import asyncio


class LifoQueue(asyncio.LifoQueue):
    def full(self):
        return False


asyncio.LifoQueue = LifoQueue
