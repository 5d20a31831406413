# what: A bounded semaphore has no bound.
# kills: asyncio.semaphore.bounded-over-release
# kind: fault

import asyncio


class BoundedSemaphore(asyncio.Semaphore):
    pass


asyncio.BoundedSemaphore = BoundedSemaphore
