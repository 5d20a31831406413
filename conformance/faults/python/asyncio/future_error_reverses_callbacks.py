# what: Callbacks of a future that ends with an error are called in the reverse order of their registration.
# kills: asyncio.future.callback-order
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    def set_exception(self, error):
        self._callbacks.reverse()
        super().set_exception(error)


asyncio.Future = asyncio.futures.Future = Future
