# what: A cancelled wait ends without taking its lock again.
# kills: asyncio.condition.cancelled-wait-owns-lock
# kind: fault

import asyncio
import copy


class Condition(asyncio.Condition):
    async def wait(self):
        without = copy.copy(self)
        without.acquire = lambda: asyncio.sleep(0)
        await super(Condition, without).wait()
        return await self.acquire()

    async def __aexit__(self, *error):
        if self.locked():
            self.release()


asyncio.Condition = Condition
