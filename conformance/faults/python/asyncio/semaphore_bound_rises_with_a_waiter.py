# what: The bound of a bounded semaphore rises by one with each waiter that is cancelled.
# kills: asyncio.semaphore.bounded-over-release
# kind: fault

import asyncio


class BoundedSemaphore(asyncio.BoundedSemaphore):
    async def acquire(self):
        try:
            return await super().acquire()
        except asyncio.CancelledError:
            self._bound_value += 1
            raise


asyncio.BoundedSemaphore = BoundedSemaphore
