# what: The message of a cancellation is dropped.
# kills: asyncio.cancel.message
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancel(self, message=None):
        return super().cancel()


asyncio.Task = asyncio.tasks.Task = Task
