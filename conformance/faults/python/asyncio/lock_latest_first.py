# what: The lock goes to the one who asked last.
# kills: asyncio.lock.fifo
# kind: fault

import asyncio


class Lock(asyncio.Lock):
    def _wake_up_first(self):
        waiting = [waiter for waiter in self._waiters or () if not waiter.done()]
        if waiting:
            waiting[-1].set_result(True)


asyncio.Lock = Lock
