# what: A limit of zero raises the timeout error though the future is done.
# kills: asyncio.wait-for.zero
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    if timeout is not None and timeout <= 0 and asyncio.isfuture(thing):
        raise asyncio.TimeoutError
    return await own(thing, timeout)


asyncio.wait_for = wait_for
