# what: The first acquire of a semaphore passes whatever its count.
# kills: asyncio.semaphore.zero-blocks
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    asked = False

    async def acquire(self):
        if not self.asked:
            self.asked = True
            return True
        return await super().acquire()


asyncio.Semaphore = Semaphore
