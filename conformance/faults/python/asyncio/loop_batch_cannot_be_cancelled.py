# what: A callback that is cancelled by another of its turn runs all the same.
# kills: asyncio.loop.callback-cancelled
# kind: fault

import asyncio

own = asyncio.Handle.cancel


def cancel(self):
    in_a_callback = self._loop.is_running() and asyncio.current_task(self._loop) is None
    if not in_a_callback or self not in self._loop._ready:
        own(self)


asyncio.Handle.cancel = cancel
