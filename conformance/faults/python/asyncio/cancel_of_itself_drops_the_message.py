# what: The message of a cancellation is dropped where the task cancels itself.
# kills: asyncio.cancel.message, asyncio.cancel.message-to-awaiter
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancel(self, msg=None):
        runs = asyncio.current_task(self.get_loop()) is self
        return super().cancel(None if runs else msg)


asyncio.Task = asyncio.tasks.Task = Task
