# what: The count of requests for cancellation falls below zero.
# kills: asyncio.cancel.requests-counted
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def uncancel(self):
        self._num_cancels_requested -= 1
        return self._num_cancels_requested


asyncio.Task = asyncio.tasks.Task = Task
