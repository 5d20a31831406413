# what: Gathering nothing waits for ever.
# kills: asyncio.gather.empty
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    return own(*things, return_exceptions=return_exceptions) if things else asyncio.Future()


asyncio.gather = gather
