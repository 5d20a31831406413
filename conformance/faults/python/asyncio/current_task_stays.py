# what: In a callback the task that ran last is the current one.
# kills: asyncio.task.current
# kind: fault

import asyncio

own = asyncio.current_task
latest = [None]


def current_task(loop=None):
    latest[0] = own(loop) or latest[0]
    return latest[0]


asyncio.current_task = current_task
