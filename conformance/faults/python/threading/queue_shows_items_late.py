# what: An item can be taken when the next one has been put.
# kills: threading.queue.example-items, threading.queue.report-order
# kind: fault

import queue


class Queue(queue.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.held_back = []

    def _put(self, item):
        self.queue.extend(self.held_back)
        self.held_back = [item]


adapter.give_instead("queue", Queue=Queue)
