# what: Who holds the lock may take it again.
# kills: asyncio.lock.not-reentrant
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    owner, depth = None, 0

    async def acquire(self):
        if self.owner is not asyncio.current_task() or not self._locked:
            await super().acquire()
            self.owner = asyncio.current_task()
        self.depth += 1
        return True

    def release(self):
        self.depth -= 1
        if self.depth <= 0:
            super().release()


asyncio.Lock = Lock
