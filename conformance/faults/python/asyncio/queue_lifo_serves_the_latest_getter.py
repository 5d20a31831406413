# what: Of the gets that wait at a LifoQueue the last is served first.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class LifoQueue(asyncio.LifoQueue):
    def _wakeup_next(self, waiters):
        if waiters is self._getters:
            waiters.reverse()
            super()._wakeup_next(waiters)
            waiters.reverse()
        else:
            super()._wakeup_next(waiters)


asyncio.LifoQueue = LifoQueue
