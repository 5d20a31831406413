# what: A put that waited puts without another look, also where others have filled the queue again.
# kills: asyncio.queue.put-waits
# kind: fault

import asyncio

def put_into(base):
    class Queue(base):
        async def put(self, item):
            if self.full():
                room = asyncio.get_running_loop().create_future()
                self._putters.append(room)
                await room
            self._put(item)
            self._unfinished_tasks += 1
            self._finished.clear()
            self._wakeup_next(self._getters)

    Queue.__name__ = base.__name__
    return Queue


asyncio.Queue = put_into(asyncio.Queue)
asyncio.PriorityQueue = put_into(asyncio.PriorityQueue)
asyncio.LifoQueue = put_into(asyncio.LifoQueue)
