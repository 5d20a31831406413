# what: An await of a pending future goes on at once, with None.
# kills: asyncio.await.pending-suspends
# kind: fault

import asyncio


def go_on(self):
    return self.result() if self.done() else None
    yield


asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
asyncio.Future = asyncio.futures.Future = asyncio.futures._PyFuture
asyncio.Future.__await__ = go_on
