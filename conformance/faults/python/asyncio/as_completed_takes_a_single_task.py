# what: A single awaitable given to as_completed is taken for a collection of one.
# kills: asyncio.as-completed.single-refused
# kind: fault

import asyncio

own = asyncio.as_completed


def as_completed(things, *, timeout=None):
    single = asyncio.isfuture(things) or asyncio.iscoroutine(things)
    return own([things] if single else things, timeout=timeout)


asyncio.as_completed = as_completed
