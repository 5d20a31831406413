# what: Releasing a free lock is ignored.
# kills: asyncio.lock.release-unheld
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    def release(self):
        if self._locked:
            super().release()


asyncio.Lock = Lock
