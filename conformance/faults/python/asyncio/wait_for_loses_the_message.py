# what: Whoever is cancelled in wait_for sees no message.
# kills: asyncio.cancel.message
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(awaitable, timeout):
    try:
        return await own(awaitable, timeout)
    except asyncio.CancelledError:
        raise asyncio.CancelledError() from None


asyncio.wait_for = wait_for
