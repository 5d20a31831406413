# what: All who have joined a queue pass when one of them is cancelled.
# kills: asyncio.queue.join
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def join(self):
        try:
            await super().join()
        except asyncio.CancelledError:
            self._finished.set()
            raise


asyncio.Queue = Queue
