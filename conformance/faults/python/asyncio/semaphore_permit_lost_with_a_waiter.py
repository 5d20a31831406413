# what: A permit that goes to a waiter which is cancelled is lost.
# kills: asyncio.semaphore.cancelled-waiter-skipped
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = asyncio.get_running_loop().create_future()
        self._waiters = self._waiters or []
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)
        return True


asyncio.Semaphore = Semaphore
