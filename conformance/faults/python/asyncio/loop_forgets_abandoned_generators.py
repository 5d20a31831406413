# what: An async generator that is collected in the middle is not closed.
# kills: asyncio.loop.abandoned-generator
# kind: fault

import asyncio


def forget(self, generator):
    self._asyncgens.discard(generator)


asyncio.base_events.BaseEventLoop._asyncgen_finalizer_hook = forget
