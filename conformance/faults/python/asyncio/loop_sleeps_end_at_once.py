# what: Every sleep lasts one turn.
# kills: asyncio.loop.example-hello-goodbye, asyncio.loop.example-main
# kind: fault

import asyncio

own = asyncio.sleep


async def sleep(delay, result=None):
    return await own(0, result)


asyncio.sleep = sleep
