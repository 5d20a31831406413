# what: A queue with a size below zero is always full.
# kills: threading.queue.unbounded-default
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        if self.maxsize < 0:
            raise queue.Full
        super().put(item, block, timeout)


adapter.give_instead("queue", Queue=Queue)
