# what: The size of a queue is not limited.
# kills: threading.queue.put-full
# kind: fault

import queue


class Queue(queue.Queue):
    def __init__(self, maxsize=0):
        super().__init__()


adapter.give_instead("queue", Queue=Queue)
