# what: More task_done calls than items put are ignored.
# kills: asyncio.queue.task-done-surplus
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def task_done(self):
        if self._unfinished_tasks > 0:
            super().task_done()


asyncio.Queue = Queue
