# what: gather raises the first error though it is to collect errors.
# kills: asyncio.gather.return-exceptions
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    return own(*things)


asyncio.gather = gather
