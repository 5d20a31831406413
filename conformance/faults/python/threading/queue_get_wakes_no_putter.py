# what: A get does not wake those that wait for room.
# kills: threading.queue.exactly-once
# kind: fault

import queue


class Queue(queue.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self.not_full.notify = lambda n=1: None


adapter.give_instead("queue", Queue=Queue)
