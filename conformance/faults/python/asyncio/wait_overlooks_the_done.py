# what: wait does not return for what was done before it was called.
# kills: asyncio.wait.first-completed
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    ended = {each for each in things if each.done()}
    pending = set(things) - ended
    if not pending:
        return ended, pending
    done, pending = await own(pending, timeout=timeout, return_when=return_when)
    return ended | done, pending


asyncio.wait = wait
