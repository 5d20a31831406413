# what: A barrier tells that nobody waits.
# kills: asyncio.barrier.state
# kind: fault

import asyncio


class Barrier(asyncio.Barrier):
    n_waiting = 0


asyncio.Barrier = Barrier
