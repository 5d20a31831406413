# what: A PriorityQueue gives the largest item first.
# kills: asyncio.queue.priority
# kind: fault

import asyncio


class PriorityQueue(asyncio.PriorityQueue):
    def _put(self, item):
        self._queue.append(item)
        self._queue.sort(reverse=True)

    def _get(self):
        return self._queue.pop(0)


asyncio.PriorityQueue = PriorityQueue
