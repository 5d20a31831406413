# what: A wait that is cancelled while it waits for its lock forgets the cancellation.
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
            while True:
                try:
                    await self.acquire()
                    break
                except asyncio.CancelledError:
                    pass


asyncio.Condition = Condition
