# what: The lock between tasks keeps nobody out.
# kills: asyncio.lock.example, asyncio.lock.excludes, asyncio.lock.not-reentrant
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    async def acquire(self):
        self._locked = True
        return True

    def release(self):
        self._locked = False


asyncio.Lock = Lock
