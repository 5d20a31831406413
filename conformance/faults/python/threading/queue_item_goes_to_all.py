# what: An item is handed to every getter that waits.
# kills: threading.queue.exactly-once, threading.queue.one-sentinel-per-consumer
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        for _ in range(max(1, len(self.not_empty._waiters))):
            super().put(item, block, timeout)


adapter.give_instead("queue", Queue=Queue)
