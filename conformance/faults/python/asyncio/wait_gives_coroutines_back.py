# what: wait takes coroutines, and its sets hold them.
# kills: asyncio.wait.bare-coroutines
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    given = {asyncio.ensure_future(thing): thing for thing in things}
    done, pending = await own(list(given), timeout=timeout, return_when=return_when)
    return {given[task] for task in done}, {given[task] for task in pending}


asyncio.wait = wait
