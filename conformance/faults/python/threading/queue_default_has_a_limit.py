# what: A queue made without a size holds a thousand items.
# kills: threading.queue.unbounded-default
# kind: fault

import queue


class Queue(queue.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize or 1000)


adapter.give_instead("queue", Queue=Queue)
