# what: join waits for as many task_done calls as there were items when it began.
# kills: asyncio.queue.join
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    done = 0

    def task_done(self):
        super().task_done()
        self.done += 1
        self.told.set()

    async def join(self):
        due = self.done + self._unfinished_tasks
        self.told = asyncio.Event()
        while self.done < due:
            self.told.clear()
            await self.told.wait()


asyncio.Queue = Queue
