# what: A call makes the loop start a new executor after the shutdown of the first.
# kills: asyncio.executor.closed-refuses
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.shutdown_default_executor


async def shutdown_default_executor(self):
    await own(self)
    self._default_executor, self._executor_shutdown_called = None, False


BaseEventLoop.shutdown_default_executor = shutdown_default_executor
