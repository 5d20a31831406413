# what: A notified wait that is cancelled while it waits for its lock ends without it.
# kills: asyncio.condition.cancelled-wait-owns-lock
# kind: fault

import asyncio


class Condition(asyncio.Condition):
    async def wait(self):
        if not self.locked():
            raise RuntimeError("not locked")
        self.release()
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)
            await self.acquire()

    async def __aexit__(self, *error):
        if self.locked():
            self.release()


asyncio.Condition = Condition
