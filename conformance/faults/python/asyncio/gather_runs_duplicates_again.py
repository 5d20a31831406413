# what: The same awaitable given again to gather is awaited again.
# kills: asyncio.gather.duplicates
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    async def value(thing):
        return await thing

    return own(*[value(thing) for thing in things], return_exceptions=return_exceptions)


asyncio.gather = gather
