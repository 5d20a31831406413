# what: A queue that was once finished is never joined again.
# kills: asyncio.queue.join
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    finished = False

    def task_done(self):
        super().task_done()
        self.finished = self.finished or not self._unfinished_tasks

    async def join(self):
        if not self.finished:
            await super().join()


asyncio.Queue = Queue
