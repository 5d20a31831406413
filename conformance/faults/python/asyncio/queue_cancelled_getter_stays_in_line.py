# what: A put wakes a getter that has been cancelled, and nobody else.
# kills: asyncio.queue.get-waits
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def _wakeup_next(self, waiters):
        if waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)

    async def get(self):
        while self.empty():
            getter = asyncio.get_running_loop().create_future()
            self._getters.append(getter)
            await getter
        return self.get_nowait()


asyncio.Queue = Queue
