# what: When the time of as_completed is over, what is unfinished is cancelled.
# kills: asyncio.as-completed.timeout
# kind: fault

import asyncio

own = asyncio.as_completed


def as_completed(things, *, timeout=None):
    futures = [asyncio.ensure_future(thing) for thing in things]

    async def limited(awaitable):
        try:
            return await awaitable
        except asyncio.TimeoutError:
            for future in futures:
                future.cancel()
            raise

    for awaitable in own(futures, timeout=timeout):
        yield limited(awaitable)


asyncio.as_completed = as_completed
