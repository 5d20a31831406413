# what: A non-blocking get raises the error of the list beneath.
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
            raise IndexError("pop from an empty queue") from None


adapter.give_instead("queue", Queue=Queue)
