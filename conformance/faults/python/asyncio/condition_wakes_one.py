# what: A notification wakes one, however many it is told.
# kills: asyncio.condition.notify-count
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    def notify(self, n=1):
        super().notify(min(n, 1))


asyncio.Condition = Condition
