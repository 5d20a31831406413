# what: An error that is set on a finished future takes the place of its outcome.
# kills: asyncio.future.outcome-once
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    def set_exception(self, error):
        self._state = "PENDING"
        super().set_exception(error)


asyncio.Future = asyncio.futures.Future = Future
