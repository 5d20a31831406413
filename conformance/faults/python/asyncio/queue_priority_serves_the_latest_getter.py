# what: Of the gets that wait at a PriorityQueue the last is served first.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class PriorityQueue(asyncio.PriorityQueue):
    def _wakeup_next(self, waiters):
        if waiters is self._getters:
            waiters.reverse()
            super()._wakeup_next(waiters)
            waiters.reverse()
        else:
            super()._wakeup_next(waiters)


asyncio.PriorityQueue = PriorityQueue
