# what: Waiting on a condition keeps its lock.
# kills: asyncio.condition.wait-releases-lock
# kind: fault

import asyncio
import copy


class Condition(asyncio.Condition):
    async def wait(self):
        keeping = copy.copy(self)
        keeping.release = lambda: None
        keeping.acquire = lambda: asyncio.sleep(0)
        return await super(Condition, keeping).wait()


asyncio.Condition = Condition
