# what: A barrier keeps nobody after its first round.
# kills: asyncio.barrier.waits-for-all
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    numbers = None

    async def wait(self):
        if self.numbers and len(self.numbers) >= self.parties:
            self.numbers.append(len(self.numbers) % self.parties)
            return self.numbers[-1]
        self.numbers = self.numbers or []
        self.numbers.append(await super().wait())
        return self.numbers[-1]


asyncio.Barrier = Barrier
