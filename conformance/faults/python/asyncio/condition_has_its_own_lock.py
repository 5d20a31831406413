# what: A condition ignores the lock that it is given.
# kills: asyncio.condition.shared-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    def __init__(self, lock=None):
        super().__init__()


asyncio.Condition = Condition
