# what: A loop that is stopped runs a further turn.
# kills: asyncio.loop.stop-leaves-new
# kind: fault

import asyncio

own = asyncio.base_events.BaseEventLoop.stop


def stop(self):
    self.call_soon(own, self)


asyncio.base_events.BaseEventLoop.stop = stop
