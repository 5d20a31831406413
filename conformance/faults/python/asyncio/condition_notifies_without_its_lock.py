# what: A notification without the lock raises an error, and wakes all the same.
# kills: asyncio.condition.needs-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    def notify(self, n=1):
        for waiter in list(self._waiters)[:n]:
            if not waiter.done():
                waiter.set_result(False)
        if not self.locked():
            raise RuntimeError("not locked")


asyncio.Condition = Condition
