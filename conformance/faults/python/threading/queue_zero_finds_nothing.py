# what: A get with a timeout of zero does not look for an item.
# kills: threading.queue.get-empty-nowait
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        if block and timeout == 0:
            raise queue.Empty
        return super().get(block, timeout)


adapter.give_instead("queue", Queue=Queue)
