# what: The callbacks behind the one that stops the loop are dropped.
# kills: asyncio.loop.stop-finishes-turn
# kind: fault

import asyncio

own = asyncio.base_events.BaseEventLoop.stop


def stop(self):
    for handle in self._ready:
        handle.cancel()
    own(self)


asyncio.base_events.BaseEventLoop.stop = stop
