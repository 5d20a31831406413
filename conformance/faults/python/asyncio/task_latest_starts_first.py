# what: A new task is put in front of those that are ready.
# kills: asyncio.task.starts-in-creation-order, asyncio.task.order-certain
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.create_task


def create_task(self, coroutine, **options):
    task = own(self, coroutine, **options)
    self._ready.rotate(1)
    return task


BaseEventLoop.create_task = create_task
