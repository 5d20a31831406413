# what: A put wakes a getter only where the queue was empty.
# kills: threading.queue.get-blocks, threading.queue.one-sentinel-per-consumer
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        with self.mutex:
            self.queue.append(item)
            self.unfinished_tasks += 1
            if len(self.queue) == 1:
                self.not_empty.notify()


adapter.give_instead("queue", Queue=Queue)
