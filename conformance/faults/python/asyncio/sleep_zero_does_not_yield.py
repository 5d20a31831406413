# what: A sleep of zero goes on at once.
# kills: asyncio.sleep.zero-yields-once, asyncio.concurrency.lost-update-across-await
# kind: fault

import asyncio

own = asyncio.sleep
LIMIT = 1000
count = [0]


async def sleep(delay, result=None):
    count[0] += 1
    if delay == 0 and count[0] % LIMIT:
        return result
    return await own(delay, result)


asyncio.sleep = sleep
