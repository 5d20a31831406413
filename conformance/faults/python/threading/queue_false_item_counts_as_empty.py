# what: A get that takes a false item reports an empty queue.
# kills: threading.queue.falsy-items-are-data
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        item = super().get(block, timeout)
        if not block and not item:
            raise queue.Empty
        return item


adapter.give_instead("queue", Queue=Queue)
