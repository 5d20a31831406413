# what: A lock tells that it is locked only where somebody waits for it.
# kills: asyncio.lock.acquire-result
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    def locked(self):
        return self._locked and bool(self._waiters)


asyncio.Lock = Lock
