# what: A notified wait goes on before it has its lock again.
# kills: asyncio.condition.wait-owns-lock
# kind: fault

import asyncio
import copy


class Condition(asyncio.Condition):
    async def wait(self):
        without = copy.copy(self)
        without.acquire = lambda: asyncio.sleep(0)
        return await super(Condition, without).wait()

    async def __aexit__(self, *error):
        if self.locked():
            self.release()


asyncio.Condition = Condition
