# what: Tasks and futures are asyncio's own in Python instead of those in C.
# kind: lawful
# tries: generators.*, asyncio.*

import asyncio

asyncio.Task = asyncio.tasks.Task = asyncio.tasks._PyTask
asyncio.Future = asyncio.futures.Future = asyncio.futures._PyFuture
