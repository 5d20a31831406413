# what: The error of a task comes out wrapped in a RuntimeError.
# kills: asyncio.task.await-result-or-error
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def result(self):
        try:
            return super().result()
        except Exception as error:
            raise RuntimeError("the task failed") from error


asyncio.Task = asyncio.tasks.Task = Task
