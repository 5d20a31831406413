# what: ensure_future runs a future in a task of its own.
# kills: asyncio.task.ensure-future
# kind: fault

import asyncio


async def value(future):
    return await future


own = asyncio.ensure_future


def ensure_future(thing, *, loop=None):
    return own(value(thing) if asyncio.isfuture(thing) else thing, loop=loop)


asyncio.ensure_future = ensure_future
