# what: An immediate get on an empty queue gives None.
# kills: asyncio.queue.get-nowait-empty
# kind: fault

import asyncio


class Queue(asyncio.Queue):
    def get_nowait(self):
        return None if self.empty() else super().get_nowait()


asyncio.Queue = Queue
