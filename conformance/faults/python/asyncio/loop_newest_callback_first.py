# what: The callback that was scheduled last runs first.
# kills: asyncio.loop.call-soon-fifo
# kind: fault

import asyncio

own = asyncio.BaseEventLoop._run_once


def _run_once(self):
    ready = list(self._ready)
    self._ready.clear()
    self._ready.extend(reversed(ready))
    own(self)


asyncio.BaseEventLoop._run_once = _run_once
