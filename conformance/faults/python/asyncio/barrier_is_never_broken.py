# what: A barrier tells after an abort that it is not broken.
# kills: asyncio.barrier.state
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    broken = False


asyncio.Barrier = Barrier
