# what: A getter that is woken for an item that another has taken raises QueueEmpty.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    async def get(self):
        if self.empty():
            getter = asyncio.get_running_loop().create_future()
            self._getters.append(getter)
            try:
                await getter
            except asyncio.CancelledError:
                getter.cancel()
                if not self.empty() and not getter.cancelled():
                    self._wakeup_next(self._getters)
                raise
        return self.get_nowait()


asyncio.Queue = Queue
