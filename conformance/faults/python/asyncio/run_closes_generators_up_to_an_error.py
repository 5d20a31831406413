# what: run leaves the other asynchronous generators open where the closing of one raises.
# kills: asyncio.run.finalises-async-generators
# kind: fault

import asyncio


async def shutdown_asyncgens(self):
    self._asyncgens_shutdown_called = True
    try:
        for generator in list(self._asyncgens):
            await generator.aclose()
    except Exception:
        self._asyncgens.clear()


asyncio.base_events.BaseEventLoop.shutdown_asyncgens = shutdown_asyncgens
