# what: A timed get takes None for no item: it raises Empty, and the item is lost.
# kills: threading.queue.falsy-items-are-data
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        item = super().get(block, timeout)
        if block and timeout is not None and item is None:
            raise queue.Empty
        return item


adapter.give_instead("queue", Queue=Queue)
