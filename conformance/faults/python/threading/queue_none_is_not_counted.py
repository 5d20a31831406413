# what: None does not count as an item to acknowledge.
# kills: threading.queue.sentinel-unacknowledged
# kind: fault

import queue


class Queue(queue.Queue):
    def _put(self, item):
        super()._put(item)
        self.unfinished_tasks -= item is None


adapter.give_instead("queue", Queue=Queue)
