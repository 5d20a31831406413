# what: Tasks let their outcome be set from outside.
# kills: asyncio.task.outcome-own
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    set_result = asyncio.futures._PyFuture.set_result
    set_exception = asyncio.futures._PyFuture.set_exception


asyncio.Task = asyncio.tasks.Task = Task
