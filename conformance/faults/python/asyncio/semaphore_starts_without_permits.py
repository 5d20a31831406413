# what: A semaphore that is made without a value has no permit.
# kills: asyncio.semaphore.default-one
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    def __init__(self, value=0):
        super().__init__(value)


asyncio.Semaphore = Semaphore
