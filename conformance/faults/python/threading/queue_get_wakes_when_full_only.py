# what: A get wakes one that waits for room only where the queue was full.
# kills: threading.queue.exactly-once
# kind: fault

import queue


class Queue(queue.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        wake = self.not_full.notify
        self.not_full.notify = lambda: len(self.queue) == maxsize - 1 and wake()


adapter.give_instead("queue", Queue=Queue)
