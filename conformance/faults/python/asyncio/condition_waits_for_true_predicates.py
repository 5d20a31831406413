# what: A wait for a predicate waits for a notification though it is true.
# kills: asyncio.condition.wait-for-predicate
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def wait_for(self, predicate):
        await self.wait()
        return await super().wait_for(predicate)


asyncio.Condition = Condition
