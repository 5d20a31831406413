# what: A notification wakes all, however few it is told.
# kills: asyncio.condition.notify-count
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    def notify(self, n=1):
        super().notify(len(self._waiters))


asyncio.Condition = Condition
