# what: Every error inside of wait_for becomes a timeout error.
# kills: asyncio.wait-for.in-time-error
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    try:
        return await own(thing, timeout)
    except Exception:
        raise asyncio.TimeoutError from None


asyncio.wait_for = wait_for
