# what: A cancelled child gives gather None in its place.
# kills: asyncio.gather.cancel-child
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    async def value(task):
        try:
            return await task
        except asyncio.CancelledError:
            return None

    return own(*[value(asyncio.ensure_future(thing)) for thing in things], return_exceptions=return_exceptions)


asyncio.gather = gather
