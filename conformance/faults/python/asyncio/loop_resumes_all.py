# what: What resumes one waiting task resumes all.
# kills: asyncio.loop.resumes-only-ready
# kind: fault

import asyncio


class Future(asyncio.futures._PyFuture):
    waiting = []

    def __init__(self, *, loop=None):
        super().__init__(loop=loop)
        self.waiting.append(self)

    def set_result(self, result):
        for future in self.waiting:
            if not future.done() and future._loop is self._loop:
                super(Future, future).set_result(result)


asyncio.Future = Future
asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
