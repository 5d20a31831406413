# what: A get that finds nothing gives None at once.
# kills: threading.queue.get-blocks, threading.queue.sentinel-after-all-items
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        try:
            return super().get(block and timeout is not None, timeout)
        except queue.Empty:
            if not block or timeout is not None:
                raise


adapter.give_instead("queue", Queue=Queue)
