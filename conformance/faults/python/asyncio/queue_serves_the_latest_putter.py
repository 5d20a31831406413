# what: The put that began to wait last goes on first.
# kills: asyncio.queue.put-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def _wakeup_next(self, waiters):
        if waiters is self._putters:
            waiters.reverse()
            super()._wakeup_next(waiters)
            waiters.reverse()
        else:
            super()._wakeup_next(waiters)


asyncio.Queue = Queue
