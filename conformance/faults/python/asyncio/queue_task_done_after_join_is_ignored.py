# what: Surplus task_done calls after a join are ignored.
# kills: asyncio.queue.task-done-surplus
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    joined = False

    def put_nowait(self, item):
        self.joined = False
        super().put_nowait(item)

    async def join(self):
        await super().join()
        self.joined = True

    def task_done(self):
        if not self.joined:
            super().task_done()


asyncio.Queue = Queue
