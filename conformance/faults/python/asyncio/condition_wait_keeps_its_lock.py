# what: Waiting on a condition keeps its lock.
# kills: asyncio.condition.wait-releases-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def wait(self):
        if not self.locked():
            raise RuntimeError("not locked")
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            return await waiter
        finally:
            self._waiters.remove(waiter)


asyncio.Condition = Condition
