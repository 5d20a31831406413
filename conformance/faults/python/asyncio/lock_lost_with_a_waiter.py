# what: A release that goes to a waiter which is cancelled is lost.
# kills: asyncio.lock.cancelled-waiter-skipped
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    async def acquire(self):
        if not self._locked:
            self._locked = True
            return True
        waiter = asyncio.get_running_loop().create_future()
        self._waiters = self._waiters or []
        self._waiters.append(waiter)
        await waiter
        return True

    def release(self):
        if self._waiters:
            waiter = self._waiters.pop(0)
            if not waiter.done():
                waiter.set_result(None)
        else:
            self._locked = False


asyncio.Lock = Lock
