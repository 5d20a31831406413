# what: A barrier can be made for nobody.
# kills: asyncio.barrier.parties-positive
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    def __init__(self, parties):
        super().__init__(max(parties, 1))


asyncio.Barrier = Barrier
