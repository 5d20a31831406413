# what: task_done is refused before a get.
# kills: asyncio.queue.task-done-surplus
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def task_done(self):
        if self._unfinished_tasks <= self.qsize():
            raise ValueError("nothing was taken out")
        super().task_done()


asyncio.Queue = Queue
