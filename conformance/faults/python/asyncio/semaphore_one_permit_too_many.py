# what: A semaphore has one permit more than it is made with.
# kills: asyncio.semaphore.limits-concurrency, asyncio.semaphore.example
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._value += 1


asyncio.Semaphore = Semaphore
