# what: The error of a task or future is reported as unseen though somebody looked at it.
# kills: asyncio.task.error-observed
# kind: fault

import asyncio


class Unseen:
    def result(self):
        try:
            return super().result()
        finally:
            self._Future__log_traceback = self._exception is not None

    def exception(self):
        error = super().exception()
        self._Future__log_traceback = error is not None
        return error


class Task(Unseen, asyncio.tasks._PyTask):
    pass


class Future(Unseen, asyncio.futures._PyFuture):
    pass


asyncio.Task = asyncio.tasks.Task = Task
asyncio.Future = asyncio.futures.Future = Future
