# what: A sleep without a delay drops its result.
# kills: asyncio.sleep.result
# kind: fault

import asyncio

own = asyncio.sleep


async def sleep(delay, result=None):
    return await own(delay, result if delay > 0 else None)


asyncio.sleep = sleep
