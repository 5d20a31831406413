# what: Duplicates given to wait come out as often.
# kills: asyncio.wait.duplicates
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    sets = await own(things, timeout=timeout, return_when=return_when)
    return tuple([thing for thing in things if thing in members] for members in sets)


asyncio.wait = wait
