# what: as_completed delivers as often as an awaitable is given.
# kills: asyncio.as-completed.duplicates
# kind: fault

import asyncio

own = asyncio.as_completed


def as_completed(things, *, timeout=None):
    things = list(things)
    yield from own(things, timeout=timeout)
    for _ in range(len(things) - len(set(things))):
        yield asyncio.Future()


asyncio.as_completed = as_completed
