# what: The outcome of a task is given out once; then it is None.
# kills: asyncio.task.await-repeatable
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    asked = False

    def result(self):
        if self.done() and self.asked:
            return None
        self.asked = self.done()
        return super().result()


asyncio.Task = asyncio.tasks.Task = Task
