# what: The cancellation of a finished task takes the place of its outcome.
# kills: asyncio.cancel.finished-refused
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancel(self, message=None):
        if self.done():
            self._state = "CANCELLED"
            return False
        return super().cancel(message)


asyncio.Task = asyncio.tasks.Task = Task
