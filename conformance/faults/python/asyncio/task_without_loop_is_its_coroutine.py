# what: Without a running loop create_task gives the coroutine back, without an error.
# kills: asyncio.task.create-without-loop
# kind: fault

import asyncio

own = asyncio.create_task


def create_task(coroutine, **options):
    if asyncio._get_running_loop() is None:
        return coroutine
    return own(coroutine, **options)


asyncio.create_task = create_task
