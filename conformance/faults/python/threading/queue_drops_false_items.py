# what: The queue tests the truth of an item: false ones are not stored.
# kills: threading.queue.falsy-items-are-data
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        if item or item is None:
            super().put(item, block, timeout)


adapter.give_instead("queue", Queue=Queue)
