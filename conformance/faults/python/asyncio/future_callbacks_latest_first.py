# what: Callbacks of a future are called in the reverse order of their registration.
# kills: asyncio.future.callback-order
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    def _Future__schedule_callbacks(self):
        self._callbacks.reverse()
        super()._Future__schedule_callbacks()


asyncio.Future = asyncio.futures.Future = Future
