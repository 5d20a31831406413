# what: None is not stored.
# kills: threading.queue.falsy-items-are-data, threading.queue.example-items
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        if item is not None:
            super().put(item, block, timeout)


adapter.give_instead("queue", Queue=Queue)
