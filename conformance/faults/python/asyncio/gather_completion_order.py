# what: The results of gather stand in the order of completion.
# kills: asyncio.gather.example-three, asyncio.gather.order
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    async def collect(tasks):
        return [await task for task in asyncio.as_completed(tasks)]

    return asyncio.ensure_future(collect([asyncio.ensure_future(thing) for thing in things]))


asyncio.gather = gather
