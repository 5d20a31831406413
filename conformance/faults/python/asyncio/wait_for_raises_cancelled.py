# what: The cancelled error, not the timeout error, comes out of a wait_for whose time is over.
# kills: asyncio.wait-for.error-class
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    try:
        return await own(thing, timeout)
    except asyncio.TimeoutError:
        raise asyncio.CancelledError from None


asyncio.wait_for = wait_for
