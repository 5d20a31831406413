# what: A non-blocking get gives None where there is nothing.
# kills: threading.queue.get-empty-nowait
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        try:
            return super().get(block, timeout)
        except queue.Empty:
            if block:
                raise


adapter.give_instead("queue", Queue=Queue)
