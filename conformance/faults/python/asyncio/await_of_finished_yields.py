# what: Awaiting a finished future or task gives others a turn.
# kills: asyncio.await.done-no-yield
# kind: fault

import asyncio

own = asyncio.futures._PyFuture.__await__


def wait(self):
    if self.done():
        yield
    return (yield from own(self))


asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
asyncio.Future = asyncio.futures.Future = asyncio.futures._PyFuture
asyncio.Future.__await__ = wait
