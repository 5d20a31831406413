# what: A sleep lasts one turn of the loop, whatever its delay.
# kills: asyncio.run.example-hello, asyncio.run.example-start-end
# kind: fault

import asyncio

own = asyncio.sleep


async def sleep(delay, result=None):
    return await own(0, result)


asyncio.sleep = sleep
