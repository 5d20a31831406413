# what: Waiting on a condition gives None.
# kills: asyncio.condition.wait-owns-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def wait(self):
        await super().wait()


asyncio.Condition = Condition
