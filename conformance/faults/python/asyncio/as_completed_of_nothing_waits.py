# what: as_completed of nothing waits for ever.
# kills: asyncio.as-completed.empty
# kind: fault

import asyncio

own = asyncio.as_completed


def as_completed(things, *, timeout=None):
    things = list(things)
    return own(things or [asyncio.Future()], timeout=timeout)


asyncio.as_completed = as_completed
