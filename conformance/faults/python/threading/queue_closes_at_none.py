# what: After a None was taken every get gives None.
# kills: threading.queue.falsy-items-are-data
# kind: fault

import queue


class Queue(queue.Queue):
    closed = False

    def get(self, block=True, timeout=None):
        if self.closed:
            return None
        item = super().get(block, timeout)
        self.closed = item is None
        return item


adapter.give_instead("queue", Queue=Queue)
