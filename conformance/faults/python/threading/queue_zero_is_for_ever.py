# what: A timeout of zero is none at all.
# kills: threading.queue.get-empty-nowait
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        return super().get(block, timeout or None)


adapter.give_instead("queue", Queue=Queue)
