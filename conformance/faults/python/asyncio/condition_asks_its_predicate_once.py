# what: A wait for a predicate ends at the first notification.
# kills: asyncio.condition.wait-for-predicate
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def wait_for(self, predicate):
        if not predicate():
            await self.wait()
        return predicate()


asyncio.Condition = Condition
