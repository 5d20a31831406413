# what: A semaphore is locked as soon as one permit is taken.
# kills: asyncio.semaphore.acquire-result
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self.start = value

    def locked(self):
        return self._value < self.start


asyncio.Semaphore = Semaphore
