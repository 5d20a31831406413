# what: The error of a cancellation is an ordinary exception.
# kills: asyncio.cancel.not-ordinary-error
# kind: fault

import asyncio


class CancelledError(Exception):
    pass


asyncio.CancelledError = asyncio.exceptions.CancelledError = CancelledError
asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
asyncio.Future = asyncio.futures.Future = asyncio.futures._PyFuture
