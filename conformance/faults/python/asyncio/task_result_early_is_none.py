# what: The result of an unfinished task is None.
# kills: asyncio.task.result-early
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def result(self):
        return super().result() if self.done() else None


asyncio.Task = asyncio.tasks.Task = Task
