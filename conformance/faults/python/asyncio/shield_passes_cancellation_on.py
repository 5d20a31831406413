# what: A shield passes a cancellation on.
# kills: asyncio.wait-for.shield
# kind: fault

import asyncio

own = asyncio.shield


def shield(thing):
    return asyncio.ensure_future(thing)


asyncio.shield = shield
