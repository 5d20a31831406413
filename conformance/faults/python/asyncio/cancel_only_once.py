# what: A second cancellation of a task is refused.
# kills: asyncio.cancel.repeated
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancel(self, msg=None):
        return not self.cancelling() and super().cancel(msg)


asyncio.Task = asyncio.tasks.Task = Task
