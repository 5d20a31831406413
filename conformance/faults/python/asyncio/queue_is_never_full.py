# what: A queue is never full.
# kills: asyncio.queue.size
# kind: fault

import asyncio

asyncio.Queue.full = lambda self: False
