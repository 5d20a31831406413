# what: gather awaits one thing after the other.
# kills: asyncio.gather.example-order
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    async def collect():
        return [await thing for thing in things]

    return asyncio.ensure_future(collect())


asyncio.gather = gather
