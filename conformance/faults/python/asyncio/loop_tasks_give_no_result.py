# what: A task that the loop itself creates loses its result; one by the module's function does not.
# kills: asyncio.task.loop-create-task
# kind: fault

import asyncio

create_task = asyncio.base_events.BaseEventLoop.create_task


async def without_result(coroutine):
    await coroutine


def create_task_of_the_module(coroutine, **options):
    return create_task(asyncio.get_running_loop(), coroutine, **options)


def create_task_of_the_loop(self, coroutine, **options):
    return create_task(self, without_result(coroutine), **options)


asyncio.create_task = asyncio.tasks.create_task = create_task_of_the_module
asyncio.base_events.BaseEventLoop.create_task = create_task_of_the_loop
