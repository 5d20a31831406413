# what: as_completed delivers in the order of submission.
# kills: asyncio.as-completed.order, asyncio.as-completed.example
# kind: fault

import asyncio

own = asyncio.as_completed


def as_completed(things, *, timeout=None):
    return iter([asyncio.ensure_future(thing) for thing in things])


asyncio.as_completed = as_completed
