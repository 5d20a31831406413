# what: A wait for a predicate gives True and not what the predicate gave.
# kills: asyncio.condition.wait-for-predicate
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def wait_for(self, predicate):
        return bool(await super().wait_for(predicate))


asyncio.Condition = Condition
