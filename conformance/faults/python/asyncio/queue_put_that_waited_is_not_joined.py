# what: join does not wait for an item whose put had to wait.
# kills: asyncio.queue.join
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def put(self, item):
        waits = self.full()
        await super().put(item)
        self._unfinished_tasks -= waits

    def task_done(self):
        if self._unfinished_tasks:
            super().task_done()


asyncio.Queue = Queue
