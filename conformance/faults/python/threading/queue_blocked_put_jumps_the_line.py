# what: An item whose put had to wait for room comes before those that were there.
# kills: threading.queue.fifo, threading.queue.per-producer-order
# kind: fault

import queue
import threading


class Queue(queue.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.put_in = threading.local()

    def put(self, item, block=True, timeout=None):
        self.put_in.waits = self.full()
        super().put(item, block, timeout)

    def _put(self, item):
        self.queue.insert(0 if self.put_in.waits else len(self.queue), item)


adapter.give_instead("queue", Queue=Queue)
