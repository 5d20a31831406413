# what: A newcomer takes a lock that has just been released for another.
# kills: asyncio.lock.fifo
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    async def acquire(self):
        while self._locked:
            waiter = asyncio.get_running_loop().create_future()
            self._waiters = self._waiters or []
            self._waiters.append(waiter)
            await waiter
            self._waiters.remove(waiter)
        self._locked = True
        return True


asyncio.Lock = Lock
