# what: join waits for an item that was refused, since the queue was full.
# kills: asyncio.queue.join
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def put_nowait(self, item):
        if self.full():
            self._unfinished_tasks += 1
            self._finished.clear()
        super().put_nowait(item)


asyncio.Queue = Queue
