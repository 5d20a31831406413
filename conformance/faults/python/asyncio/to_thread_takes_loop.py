# what: A keyword argument called loop is taken by to_thread itself.
# kills: asyncio.blocking.to-thread-arguments
# kind: fault

import asyncio

own = asyncio.to_thread


async def to_thread(function, *arguments, loop=None, **keywords):
    return await own(function, *arguments, **keywords)


asyncio.to_thread = to_thread
