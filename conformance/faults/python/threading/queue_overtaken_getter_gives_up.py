# what: A getter with a limit that was woken and finds no item gives up at once.
# kills: threading.queue.get-timeout
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        if not block or timeout is None or timeout < 0:
            return super().get(block, timeout)
        with self.not_empty:
            if not self.queue:
                self.not_empty.wait(timeout)
        return super().get(False)


adapter.give_instead("queue", Queue=Queue)
