# what: A loop that is stopped before it runs does not stop.
# kills: asyncio.loop.stop-finishes-turn
# kind: fault

import asyncio

own = asyncio.base_events.BaseEventLoop.run_forever


def run_forever(self):
    self._stopping = False
    own(self)


asyncio.base_events.BaseEventLoop.run_forever = run_forever
