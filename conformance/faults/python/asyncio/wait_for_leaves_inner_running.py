# what: On a timeout wait_for leaves what it awaits running.
# kills: asyncio.wait-for.cancels-inner, asyncio.wait-for.example-three-two
# kind: fault

import asyncio

own = asyncio.wait_for


async def wait_for(thing, timeout):
    return await own(asyncio.shield(thing), timeout)


asyncio.wait_for = wait_for
