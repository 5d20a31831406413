# what: An event numbers those who wait with 16 bits: a later one takes the place of an earlier one.
# kills: asyncio.concurrency.many-suspended
# kind: fault

import asyncio
import itertools


class Event(asyncio.Event):
    def __init__(self):
        super().__init__()
        self.places, self.numbers = {}, itertools.count()

    async def wait(self):
        if not self.is_set():
            waiter = asyncio.get_running_loop().create_future()
            self.places[next(self.numbers) % 65536] = waiter
            await waiter
        return True

    def set(self):
        super().set()
        for waiter in self.places.values():
            if not waiter.done():
                waiter.set_result(True)


asyncio.Event = Event
