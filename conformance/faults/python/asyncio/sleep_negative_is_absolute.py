# what: A negative sleep lasts as long as the positive one.
# kills: asyncio.sleep.negative
# kind: fault

import asyncio

own = asyncio.sleep


async def sleep(delay, result=None):
    return await own(abs(delay), result)


asyncio.sleep = sleep
