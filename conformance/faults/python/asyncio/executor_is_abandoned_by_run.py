# what: run does not wait for the calls in the loop's executor.
# kills: asyncio.executor.joined-by-run
# kind: fault

import asyncio


async def abandon(self):
    self._executor_shutdown_called = True


asyncio.base_events.BaseEventLoop.shutdown_default_executor = abandon
