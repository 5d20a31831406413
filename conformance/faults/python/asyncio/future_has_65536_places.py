# what: A future wakes no more than 65536 of those that wait for it.
# kills: asyncio.concurrency.many-suspended
# kind: fault

import asyncio

PLACES = 65536


class Future(asyncio.futures._PyFuture):
    def add_done_callback(self, callback, *, context=None):
        if len(self._callbacks) < PLACES:
            super().add_done_callback(callback, context=context)


asyncio.Future = asyncio.futures.Future = Future
