# what: A task that cancelled itself counts as cancelled though it raised an error after that.
# kills: asyncio.cancel.of-itself
# kind: fault

import asyncio


class Task(asyncio.tasks._PyTask):
    def __step(self, error=None):
        super().__step(error)
        if self._must_cancel and self._exception is not None:
            self._state, self._exception = "CANCELLED", None
            self._log_traceback = False


asyncio.Task = asyncio.tasks.Task = Task
