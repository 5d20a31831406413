# what: join waits until the queue is empty, and not for task_done.
# kills: asyncio.queue.join
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def _get(self):
        item = super()._get()
        if self.empty():
            self._finished.set()
        return item


asyncio.Queue = Queue
