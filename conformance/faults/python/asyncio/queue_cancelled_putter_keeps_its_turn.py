# what: A putter that is woken and then cancelled does not wake the next.
# kills: asyncio.queue.put-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def put(self, item):
        while self.full():
            putter = asyncio.get_running_loop().create_future()
            self._putters.append(putter)
            try:
                await putter
            finally:
                if putter in self._putters:
                    self._putters.remove(putter)
        self.put_nowait(item)


asyncio.Queue = Queue
