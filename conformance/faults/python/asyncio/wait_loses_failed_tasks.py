# what: A task that has failed is in neither set of wait.
# kills: asyncio.wait.sets-partition
# kind: fault

import asyncio

own = asyncio.wait


async def wait(things, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    done, pending = await own(things, timeout=timeout, return_when=return_when)
    return {task for task in done if task.exception() is None}, pending


asyncio.wait = wait
