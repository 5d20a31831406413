# what: run calls an async function that is given uncalled.
# kills: asyncio.run.needs-coroutine
# kind: fault

import asyncio

own = asyncio.run


def run(coroutine, *, debug=None):
    if asyncio.iscoroutinefunction(coroutine):
        coroutine = coroutine()
    return own(coroutine, debug=debug)


asyncio.run = run
