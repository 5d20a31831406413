# what: A guarded block that is left by an error keeps its permit.
# kills: asyncio.semaphore.release-on-error
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    async def __aexit__(self, kind, error, trace):
        if kind is None:
            self.release()


asyncio.Semaphore = Semaphore
