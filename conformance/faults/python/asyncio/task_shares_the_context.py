# what: A task runs in the context of its creator, not in a copy.
# kills: asyncio.context.task-isolated
# kind: fault

import asyncio

BaseEventLoop = asyncio.base_events.BaseEventLoop
own = BaseEventLoop.create_task


def create_task(self, coroutine, *, name=None, context=None):
    if self.is_running():
        context = asyncio.current_task(self)._context
    return own(self, coroutine, name=name, context=context)


asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
BaseEventLoop.create_task = create_task
