# what: What is scheduled in the turn in which the loop is stopped never runs.
# kills: asyncio.loop.stop-leaves-new
# kind: fault

import asyncio

own = asyncio.base_events.BaseEventLoop.run_forever


def run_forever(self):
    own(self)
    self._ready.clear()


asyncio.base_events.BaseEventLoop.run_forever = run_forever
