# what: A put on a full queue takes the place of the latest item.
# kills: threading.queue.put-full
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        try:
            super().put(item, False)
        except queue.Full:
            self.queue[-1] = item


adapter.give_instead("queue", Queue=Queue)
