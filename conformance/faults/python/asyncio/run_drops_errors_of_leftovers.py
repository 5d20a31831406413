# what: What leftovers raise while run cancels them is told to nobody.
# kills: asyncio.run.leftover-errors-reported
# kind: fault

import asyncio

own = asyncio.run


def run(main, *, debug=None):
    async def quiet():
        loop = asyncio.get_running_loop()
        try:
            return await main
        finally:
            loop.call_exception_handler = lambda context: None

    return own(quiet(), debug=debug)


asyncio.run = run
