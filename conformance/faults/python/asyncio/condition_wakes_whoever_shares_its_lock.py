# what: A notification of a condition wakes the waiters of all conditions of its lock.
# kills: asyncio.condition.shared-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    def __init__(self, lock=None):
        super().__init__(lock)
        self._waiters = vars(self._lock).setdefault("waiters", self._waiters)


asyncio.Condition = Condition
