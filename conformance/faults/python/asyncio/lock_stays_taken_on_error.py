# what: A locked block that is left by an error keeps the lock.
# kills: asyncio.lock.released-on-error
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    async def __aexit__(self, kind, error, trace):
        if kind is None:
            self.release()


asyncio.Lock = Lock
