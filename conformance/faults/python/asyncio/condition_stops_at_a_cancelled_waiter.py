# what: A notification of a waiter that is cancelled is lost.
# kills: asyncio.condition.cancelled-waiter-skipped
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("not locked")
        for waiter in list(self._waiters)[:n]:
            if not waiter.done():
                waiter.set_result(False)


asyncio.Condition = Condition
