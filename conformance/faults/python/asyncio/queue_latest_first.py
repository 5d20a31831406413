# what: A queue between tasks gives the latest item first.
# kills: asyncio.queue.fifo
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def _get(self):
        return self._queue.pop()


asyncio.Queue = Queue
