# what: The getter that asked last is served first.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def _wakeup_next(self, waiters):
        waiters.reverse()
        super()._wakeup_next(waiters)
        waiters.reverse()


asyncio.Queue = Queue
