# what: The permit goes to the one who asked last.
# kills: asyncio.semaphore.fifo
# kind: fault

import asyncio


class Semaphore(asyncio.Semaphore):
    def _wake_up_next(self):
        waiting = [waiter for waiter in self._waiters or () if not waiter.done()]
        if waiting:
            self._value -= 1
            waiting[-1].set_result(True)


asyncio.Semaphore = Semaphore
