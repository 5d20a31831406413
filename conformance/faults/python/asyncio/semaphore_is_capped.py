# what: A plain semaphore never has more permits than at its start.
# kills: asyncio.semaphore.plain-over-release
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self.start = value

    def release(self):
        if self._value < self.start:
            super().release()


asyncio.Semaphore = Semaphore
