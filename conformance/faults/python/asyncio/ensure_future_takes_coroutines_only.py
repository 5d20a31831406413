# what: What has __await__ but is neither future nor coroutine is refused.
# kills: asyncio.task.ensure-future
# kind: fault

import asyncio

own = asyncio.tasks._ensure_future


def _ensure_future(thing, *, loop=None):
    if not asyncio.isfuture(thing) and not asyncio.iscoroutine(thing):
        raise TypeError("a future or a coroutine is required")
    return own(thing, loop=loop)


asyncio.tasks._ensure_future = _ensure_future
