# what: A cancellation arrives when what the task waits for has ended.
# kills: asyncio.cancel.example
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancel(self, message=None):
        if self.done():
            return False
        self._must_cancel = True
        return True


asyncio.Task = asyncio.tasks.Task = Task
