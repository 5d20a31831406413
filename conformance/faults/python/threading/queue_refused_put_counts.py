# what: A put that was refused counts as unfinished work.
# kills: threading.queue.put-full
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        try:
            super().put(item, block, timeout)
        except queue.Full:
            self.unfinished_tasks += 1
            raise


adapter.give_instead("queue", Queue=Queue)
