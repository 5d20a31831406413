# what: A cancellation is lost where what the task waits for has ended already.
# kills: asyncio.cancel.before-resumption
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def cancel(self, msg=None):
        if self._fut_waiter is not None and self._fut_waiter.done():
            return True
        return super().cancel(msg)


asyncio.Task = asyncio.tasks.Task = Task
