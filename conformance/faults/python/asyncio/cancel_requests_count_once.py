# what: However often it was cancelled, a task tells of one request.
# kills: asyncio.cancel.requests-counted
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancelling(self):
        return min(super().cancelling(), 1)


asyncio.Task = asyncio.tasks.Task = Task
