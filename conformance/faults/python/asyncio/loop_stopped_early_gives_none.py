# what: A run on a loop that is stopped early gives None.
# kills: asyncio.loop.stopped-early
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.run_until_complete


def run_until_complete(self, future):
    try:
        return own(self, future)
    except RuntimeError:
        return None


asyncio.BaseEventLoop.run_until_complete = run_until_complete
