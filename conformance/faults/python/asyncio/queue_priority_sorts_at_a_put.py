# what: A PriorityQueue is in order only up to its first get.
# kills: asyncio.queue.priority
# kind: fault

import asyncio


class PriorityQueue(asyncio.PriorityQueue):
    def _get(self):
        return self._queue.pop(0)


asyncio.PriorityQueue = PriorityQueue
