# what: A loop runs inside of a running one.
# kills: asyncio.run.nested
# kind: fault

import asyncio

own = asyncio.run


def run(coroutine, *, debug=None):
    outer = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return own(coroutine, debug=debug)
    finally:
        asyncio._set_running_loop(outer)


asyncio.run = run
