# what: The permit goes to the one who asked last once a waiter was cancelled.
# kills: asyncio.semaphore.cancelled-waiter-skipped
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        try:
            return await super().acquire()
        except asyncio.CancelledError:
            self._waiters.rotate()
            raise


asyncio.Semaphore = Semaphore
