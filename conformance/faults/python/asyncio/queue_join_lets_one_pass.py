# what: The last task_done lets one of those pass that have joined.
# kills: asyncio.queue.join
# kind: fault

import asyncio


class Finished(asyncio.Event):
    def set(self):
        self._value = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)
                break


class Queue(asyncio.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self._finished = Finished()
        self._finished.set()


asyncio.Queue = Queue
