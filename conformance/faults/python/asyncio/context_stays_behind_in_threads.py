# what: A call in a thread runs in the context of that thread.
# kills: asyncio.context.to-thread
# kind: fault

import asyncio
import functools


async def to_thread(function, *arguments, **keywords):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, functools.partial(function, *arguments, **keywords))


asyncio.to_thread = to_thread
