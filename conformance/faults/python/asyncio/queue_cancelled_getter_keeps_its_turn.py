# what: A getter that is woken and then cancelled does not wake the next.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def get(self):
        while self.empty():
            getter = asyncio.get_running_loop().create_future()
            self._getters.append(getter)
            try:
                await getter
            finally:
                if getter in self._getters:
                    self._getters.remove(getter)
        return self.get_nowait()


asyncio.Queue = Queue
