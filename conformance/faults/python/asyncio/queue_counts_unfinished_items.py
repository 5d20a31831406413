# what: The size of a queue goes down with task_done, and not with a get.
# kills: asyncio.queue.size
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def qsize(self):
        return self._unfinished_tasks


asyncio.Queue = Queue
