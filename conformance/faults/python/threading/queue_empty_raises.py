# what: A get that finds nothing raises, asked to wait or not.
# kills: threading.queue.get-blocks
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        return super().get(timeout is not None, timeout)


adapter.give_instead("queue", Queue=Queue)
