# what: A cancellation reaches the task that awaits another one as well as that other one.
# kills: asyncio.cancel.through-tasks
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancel(self, msg=None):
        self._must_cancel |= isinstance(self._fut_waiter, asyncio.Task)
        return super().cancel(msg)


asyncio.Task = asyncio.tasks.Task = Task
