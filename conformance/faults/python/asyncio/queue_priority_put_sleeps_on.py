# what: A put that waits at a PriorityQueue is not told of a get.
# kills: asyncio.queue.put-waits
# kind: fault

import asyncio


class PriorityQueue(asyncio.PriorityQueue):
    def _wakeup_next(self, waiters):
        if waiters is not self._putters:
            super()._wakeup_next(waiters)


asyncio.PriorityQueue = PriorityQueue
