# what: The result of a cancelled task is None.
# kills: asyncio.cancel.awaiter-sees-cancelled
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def result(self):
        return None if self.cancelled() else super().result()


asyncio.Task = asyncio.tasks.Task = Task
