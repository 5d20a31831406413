# what: A wait for a predicate that is cancelled gives what the predicate gives.
# kills: asyncio.condition.cancelled-wait-owns-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def wait_for(self, predicate):
        try:
            return await super().wait_for(predicate)
        except asyncio.CancelledError:
            return predicate()


asyncio.Condition = Condition
