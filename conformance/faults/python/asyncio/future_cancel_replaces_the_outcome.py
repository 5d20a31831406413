# what: The cancellation of a finished future takes the place of its outcome.
# kills: asyncio.future.outcome-once
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    def cancel(self, msg=None):
        self._state = "PENDING"
        return super().cancel(msg)


asyncio.Future = asyncio.futures.Future = Future
