# what: A shield never ends where what stands behind it is cancelled.
# kills: asyncio.shield.inner-outcome
# kind: fault

import asyncio

own = asyncio.shield


def shield(thing):
    inner, outer = asyncio.ensure_future(thing), asyncio.Future()

    def end(inner):
        if not inner.cancelled() and not outer.done():
            asyncio.futures._copy_future_state(inner, outer)

    inner.add_done_callback(end)
    return outer


asyncio.shield = shield
