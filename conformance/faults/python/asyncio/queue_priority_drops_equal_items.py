# what: A PriorityQueue holds each item once.
# kills: asyncio.queue.priority
# kind: fault

import asyncio


class PriorityQueue(asyncio.PriorityQueue):
    def _put(self, item):
        if item not in self._queue:
            super()._put(item)


asyncio.PriorityQueue = PriorityQueue
