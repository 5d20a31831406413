# what: A timed get does not wait.
# kills: threading.queue.get-timeout
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        return super().get(block and timeout is None, timeout)


adapter.give_instead("queue", Queue=Queue)
