# what: A newcomer takes a permit that has been released for another.
# kills: asyncio.semaphore.no-overtaking
# kind: fault

import asyncio
import collections


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        self._waiters = self._waiters or collections.deque()
        while self._value <= 0:
            waiter = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        self._value -= 1
        return True

    def _wake_up_next(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                waiter.set_result(True)
                return


asyncio.Semaphore = Semaphore
