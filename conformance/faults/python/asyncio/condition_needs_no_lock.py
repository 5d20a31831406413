# what: Waiting on and notifying a condition needs no lock.
# kills: asyncio.condition.needs-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def wait(self):
        if not self.locked():
            await self.acquire()
        return await super().wait()

    def notify(self, n=1):
        if self.locked():
            super().notify(n)


asyncio.Condition = Condition
