# what: Items go to two lines in turn, and one line is emptied before the other.
# kills: threading.queue.fifo, threading.queue.per-producer-order
# kind: fault

import collections
import queue


class Queue(queue.Queue):
    def _init(self, maxsize):
        self.queue, self.other = collections.deque(), collections.deque()

    def _qsize(self):
        return len(self.queue) + len(self.other)

    def _put(self, item):
        self.queue.append(item)
        self.queue, self.other = self.other, self.queue

    def _get(self):
        return (self.queue or self.other).popleft()


adapter.give_instead("queue", Queue=Queue)
