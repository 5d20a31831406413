# what: A get with a negative timeout is refused only where it has to wait.
# kills: threading.queue.bad-timeout
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        try:
            return super().get(False)
        except queue.Empty:
            return super().get(block, timeout)


adapter.give_instead("queue", Queue=Queue)
