# what: Futures and tasks cannot be awaited.
# kills: asyncio.await.accepted-kinds
# kind: fault

import asyncio


def refuse(self):
    raise TypeError("only a coroutine can be awaited")


asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
asyncio.Future = asyncio.futures.Future = asyncio.futures._PyFuture
asyncio.Future.__await__ = refuse
