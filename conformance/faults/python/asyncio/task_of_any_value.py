# what: A task is made of any value: it ends with it.
# kills: asyncio.task.create-non-coroutine
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.create_task


async def give(value):
    return value


def create_task(self, coroutine, **options):
    is_one = asyncio.iscoroutine(coroutine)
    return own(self, coroutine if is_one else give(coroutine), **options)


BaseEventLoop.create_task = create_task
