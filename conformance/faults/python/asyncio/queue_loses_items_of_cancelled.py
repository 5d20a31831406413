# what: An item that is handed to a waiting getter is lost when that one is cancelled.
# kills: asyncio.queue.fifo
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def get(self):
        if self._queue and not self._getters:
            return self.get_nowait()
        getter = asyncio.get_running_loop().create_future()
        self._getters.append(getter)
        return await getter

    def _put(self, item):
        while self._getters:
            getter = self._getters.popleft()
            if not getter.done():
                getter.set_result(item)
                return
        super()._put(item)


asyncio.Queue = Queue
