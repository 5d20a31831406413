# what: A future wakes no more than 65536 of those who wait for it.
# kills: asyncio.concurrency.many-suspended
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    def _Future__schedule_callbacks(self):
        del self._callbacks[2**16 :]
        super()._Future__schedule_callbacks()


asyncio.Future = asyncio.futures.Future = Future
