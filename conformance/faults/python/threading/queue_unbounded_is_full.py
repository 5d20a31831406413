# what: A queue without a limit says that it is full.
# kills: threading.queue.unbounded-default
# kind: fault

import queue


class Queue(queue.Queue):
    def full(self):
        return self.maxsize <= self._qsize()


adapter.give_instead("queue", Queue=Queue)
