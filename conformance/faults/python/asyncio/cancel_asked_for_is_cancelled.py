# what: A task that was asked to cancel counts as cancelled however it ended.
# kills: asyncio.cancel.swallow
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    asked = False

    def cancel(self, message=None):
        self.asked = True
        return super().cancel(message)

    def cancelled(self):
        return self.asked and self.done()


asyncio.Task = asyncio.tasks.Task = Task
