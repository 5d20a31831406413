# what: run does not finalise async generators that were left unfinished.
# kills: asyncio.run.finalises-async-generators
# kind: fault

import asyncio


async def forget(self):
    self._asyncgens_shutdown_called = True


asyncio.base_events.BaseEventLoop.shutdown_asyncgens = forget
