# what: gather gives a tuple.
# kills: asyncio.gather.example-two
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    async def collect(results):
        return tuple(await results)

    return asyncio.ensure_future(collect(own(*things, return_exceptions=return_exceptions)))


asyncio.gather = gather
