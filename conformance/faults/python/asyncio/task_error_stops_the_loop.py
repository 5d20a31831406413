# what: The error of a task stops the loop.
# kills: asyncio.task.error-unobserved
# kind: fault

import asyncio

own = asyncio.futures._PyFuture.set_exception


def set_exception(self, error):
    own(self, error)
    self.get_loop().stop()


asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
asyncio.futures._PyFuture.set_exception = set_exception
