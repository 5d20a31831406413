# what: The lock goes to the one who asked last once a waiter was cancelled.
# kills: asyncio.lock.cancelled-waiter-skipped
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    async def acquire(self):
        try:
            return await super().acquire()
        except asyncio.CancelledError:
            self._waiters.rotate()
            raise


asyncio.Lock = Lock
