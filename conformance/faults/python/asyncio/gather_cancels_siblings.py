# what: The first error of a gather cancels the siblings.
# kills: asyncio.gather.siblings-continue
# kind: fault

import asyncio

own = asyncio.gather


def gather(*things, return_exceptions=False):
    tasks = [asyncio.ensure_future(thing) for thing in things]

    async def collect():
        try:
            return await own(*tasks, return_exceptions=return_exceptions)
        except BaseException:
            for task in tasks:
                task.cancel()
            raise

    return asyncio.ensure_future(collect())


asyncio.gather = gather
