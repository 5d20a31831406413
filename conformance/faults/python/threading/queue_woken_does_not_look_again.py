# what: A getter that was woken does not look whether there still is an item.
# kills: threading.queue.get-blocks
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        if not block or timeout is not None:
            return super().get(block, timeout)
        with self.not_empty:
            if not self.queue:
                self.not_empty.wait()
            item = self.queue.popleft() if self.queue else None
            self.not_full.notify()
            return item


adapter.give_instead("queue", Queue=Queue)
