# what: Callbacks of a future that is cancelled are called in the reverse order of their registration.
# kills: asyncio.future.callback-order
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    def cancel(self, msg=None):
        self._callbacks.reverse()
        return super().cancel(msg)


asyncio.Future = asyncio.futures.Future = Future
