# what: Cancelling a gather leaves its children alone.
# kills: asyncio.gather.cancel-outer
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    return own(*[asyncio.shield(thing) for thing in things], return_exceptions=return_exceptions)


asyncio.gather = gather
