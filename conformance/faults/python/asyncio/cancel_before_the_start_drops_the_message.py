# what: The message of a cancellation is dropped where the task has not begun.
# kills: asyncio.cancel.message-to-awaiter
# kind: fault

import asyncio
import inspect


class Task(asyncio.tasks._PyTask):
    def cancel(self, msg=None):
        begun = inspect.getcoroutinestate(self.get_coro()) != "CORO_CREATED"
        return super().cancel(msg if begun else None)


asyncio.Task = asyncio.tasks.Task = Task
