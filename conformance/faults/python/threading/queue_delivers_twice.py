# what: Each item is delivered twice.
# kills: threading.queue.exactly-once, threading.queue.example-items, threading.queue.report-order
# kind: fault

import queue


class Queue(queue.Queue):
    def _put(self, item):
        self.queue.extend([item, item])


adapter.give_instead("queue", Queue=Queue)
