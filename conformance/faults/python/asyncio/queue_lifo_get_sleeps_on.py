# what: A get that waits at a LifoQueue is not told of a put.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class LifoQueue(asyncio.LifoQueue):
    def _wakeup_next(self, waiters):
        if waiters is not self._getters:
            super()._wakeup_next(waiters)


asyncio.LifoQueue = LifoQueue
