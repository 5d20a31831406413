# what: A task begins when the one that was created before it has ended.
# kills: asyncio.task.example-created-first, asyncio.task.example-two-tasks, asyncio.concurrency.waits-overlap
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.create_task
latest = {}


async def wait_first(before, coroutine):
    while before is not None and not before.done():
        await asyncio.sleep(0.125)
    return await coroutine


def create_task(self, coroutine, **options):
    if self.is_running():
        coroutine = wait_first(latest.get(self), coroutine)
    task = own(self, coroutine, **options)
    if self.is_running():
        latest.clear()
        latest[self] = task
    return task


BaseEventLoop.create_task = create_task
