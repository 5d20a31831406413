# what: A semaphore can be made with a negative count.
# kills: asyncio.semaphore.negative
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    def __init__(self, value=1):
        super().__init__(max(value, 0))


class BoundedSemaphore(asyncio.BoundedSemaphore):
    def __init__(self, value=1):
        super().__init__(max(value, 0))


asyncio.Semaphore, asyncio.BoundedSemaphore = Semaphore, BoundedSemaphore
