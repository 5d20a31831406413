# what: A size below zero is an error.
# kills: threading.queue.unbounded-default
# kind: fault

import queue


class Queue(queue.Queue):
    def __init__(self, maxsize=0):
        if maxsize < 0:
            raise ValueError("a queue cannot be smaller than nothing")
        super().__init__(maxsize)


adapter.give_instead("queue", Queue=Queue)
