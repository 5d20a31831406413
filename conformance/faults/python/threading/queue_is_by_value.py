# what: The smallest item is taken first.
# kills: threading.queue.fifo
# kind: fault

import queue


class Queue(queue.PriorityQueue):
    def _put(self, item):
        self.queue.append(item)
        self.queue.sort(key=repr)

    def _get(self):
        return self.queue.pop(0)


adapter.give_instead("queue", Queue=Queue)
