# what: A loop is closed when its first run ends.
# kills: asyncio.loop.run-leaves-usable
# kind: fault

import asyncio

own = asyncio.BaseEventLoop.run_until_complete


def run_until_complete(self, future):
    try:
        return own(self, future)
    finally:
        self.close()


asyncio.BaseEventLoop.run_until_complete = run_until_complete
