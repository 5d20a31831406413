# what: run gives None, whatever main returned.
# kills: asyncio.run.result-or-error
# kind: fault

import asyncio

own = asyncio.run


def run(coroutine, *, debug=None):
    own(coroutine, debug=debug)


asyncio.run = run
