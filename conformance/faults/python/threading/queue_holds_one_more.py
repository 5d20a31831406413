# what: A queue holds one item more than allowed.
# kills: threading.queue.put-full
# kind: fault

import queue


class Queue(queue.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize + (maxsize > 0))


adapter.give_instead("queue", Queue=Queue)
