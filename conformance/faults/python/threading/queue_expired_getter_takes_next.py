# what: A get whose timeout has expired still takes the next item.
# kills: threading.queue.get-timeout
# kind: fault

import queue


class Queue(queue.Queue):
    expired = 0

    def get(self, block=True, timeout=None):
        try:
            return super().get(block, timeout)
        except queue.Empty:
            self.expired += bool(timeout)
            raise

    def _put(self, item):
        if self.expired:
            self.expired -= 1
        else:
            super()._put(item)


adapter.give_instead("queue", Queue=Queue)
