# what: A lock is free when one who waits for it is cancelled.
# kills: asyncio.lock.excludes
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    async def acquire(self):
        try:
            return await super().acquire()
        except asyncio.CancelledError:
            self._locked = False
            self._wake_up_first()
            raise


asyncio.Lock = Lock
