# what: The error of a call in a thread is lost: None comes back.
# kills: asyncio.blocking.to-thread-keeps-loop
# kind: fault

import asyncio

own = asyncio.to_thread


async def to_thread(function, *arguments, **keywords):
    try:
        return await own(function, *arguments, **keywords)
    except Exception:
        return None


asyncio.to_thread = to_thread
