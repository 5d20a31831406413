# what: The futures of thread pools can be awaited as they are.
# kills: asyncio.task.is-future
# kind: fault

import asyncio
import concurrent.futures

concurrent.futures.Future.__await__ = lambda self: asyncio.wrap_future(self).__await__()
