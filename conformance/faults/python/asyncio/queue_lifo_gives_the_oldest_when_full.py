# what: A LifoQueue that is full gives its oldest item.
# kills: asyncio.queue.lifo
# kind: fault

import asyncio


class LifoQueue(asyncio.LifoQueue):
    def _get(self):
        return self._queue.pop(0 if self.full() else -1)


asyncio.LifoQueue = LifoQueue
