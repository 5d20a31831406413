# what: A None that was taken is put back for the other consumers.
# kills: threading.queue.one-sentinel-per-consumer
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        item = super().get(block, timeout)
        if item is None:
            self.put(None)
        return item


adapter.give_instead("queue", Queue=Queue)
