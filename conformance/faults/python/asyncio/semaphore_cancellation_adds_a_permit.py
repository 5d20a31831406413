# what: A semaphore has one permit more when one who waits is cancelled.
# kills: asyncio.semaphore.cancelled-waiter-skipped
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        try:
            return await super().acquire()
        except asyncio.CancelledError:
            self.release()
            raise


asyncio.Semaphore = Semaphore
