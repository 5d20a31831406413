# what: With FIRST_EXCEPTION wait returns where a task is cancelled.
# kills: asyncio.wait.first-exception
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    if return_when != asyncio.FIRST_EXCEPTION:
        return await own(things, timeout=timeout, return_when=return_when)
    ended, pending = set(), set(things)
    while pending:
        done, pending = await own(pending, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        ended |= done
        if not done or any(each.cancelled() or each.exception() for each in done):
            break
    return ended, pending


asyncio.wait = wait
