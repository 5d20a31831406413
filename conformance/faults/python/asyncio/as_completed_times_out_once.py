# what: When the time of as_completed is over, the first await raises and the others wait for ever.
# kills: asyncio.as-completed.timeout
# kind: fault

import asyncio

own = asyncio.as_completed


def as_completed(things, *, timeout=None):
    over = []

    async def limited(awaitable):
        if over:
            awaitable.close()
            await asyncio.Future()
        try:
            return await awaitable
        except asyncio.TimeoutError:
            over.append(True)
            raise

    return map(limited, own(things, timeout=timeout))


asyncio.as_completed = as_completed
