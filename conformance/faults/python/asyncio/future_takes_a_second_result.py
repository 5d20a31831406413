# what: A result that is set on a finished future takes the place of its outcome.
# kills: asyncio.future.outcome-once
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    def set_result(self, result):
        self._state, self._exception = "PENDING", None
        super().set_result(result)


asyncio.Future = asyncio.futures.Future = Future
