# what: A loop cancels the tasks that are created beyond 65536.
# kills: asyncio.concurrency.many-suspended
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.create_task


def create_task(self, coroutine, **options):
    task = own(self, coroutine, **options)
    self.made = getattr(self, "made", 0) + 1
    if self.made > 2**16:
        task.cancel()
    return task


BaseEventLoop.create_task = create_task
