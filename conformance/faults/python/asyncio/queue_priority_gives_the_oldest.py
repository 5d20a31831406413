# what: A PriorityQueue gives the oldest item first.
# kills: asyncio.queue.priority
# kind: fault

import asyncio


class PriorityQueue(asyncio.Queue):
    pass


asyncio.PriorityQueue = PriorityQueue
