# what: A task that is cancelled before its first turn runs to its first await all the same.
# kills: asyncio.cancel.before-start
# kind: fault

import asyncio
import inspect


class Task(asyncio.tasks._PyTask):
    def cancel(self, message=None):
        if inspect.getcoroutinestate(self.get_coro()) != "CORO_CREATED":
            return super().cancel(message)
        self.get_loop().call_soon(super().cancel, message)
        return True


asyncio.Task = asyncio.tasks.Task = Task
