# what: Keyword arguments do not reach a call in a thread.
# kills: asyncio.blocking.to-thread-arguments
# kind: fault

import asyncio

own = asyncio.to_thread


async def to_thread(function, *arguments, **keywords):
    return await own(function, *arguments)


asyncio.to_thread = to_thread
