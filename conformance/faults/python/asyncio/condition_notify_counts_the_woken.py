# what: Those who were notified and have not gone on yet are counted again by the next notification.
# kills: asyncio.condition.notify-count
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    def notify(self, n=1):
        super().notify(max(0, n - sum(waiter.done() for waiter in self._waiters)))


asyncio.Condition = Condition
