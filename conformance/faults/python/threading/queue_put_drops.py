# what: A put on a full queue that may not wait is dropped in silence.
# kills: threading.queue.put-full
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        try:
            super().put(item, block, timeout)
        except queue.Full:
            pass


adapter.give_instead("queue", Queue=Queue)
