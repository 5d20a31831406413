# what: A notified wait that is cancelled while it waits for its lock ends without it.
# kills: asyncio.condition.cancelled-wait-owns-lock
# kind: fault

import asyncio
import copy


class Condition(asyncio.Condition):
    async def wait(self):
        without = copy.copy(self)
        without.acquire = lambda: asyncio.sleep(0)
        try:
            return await super(Condition, without).wait()
        finally:
            await self.acquire()

    async def __aexit__(self, *error):
        if self.locked():
            self.release()


asyncio.Condition = Condition
