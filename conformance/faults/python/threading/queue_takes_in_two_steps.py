# what: A get gives up the lock between reading an item and removing it.
# kills: threading.queue.exactly-once
# kind: fault

import queue
import time


class Queue(queue.Queue):
    def _get(self):
        item = self.queue[0]
        self.mutex.release()
        time.sleep(0.001)
        self.mutex.acquire()
        if self.queue:
            self.queue.popleft()
        return item


adapter.give_instead("queue", Queue=Queue)
