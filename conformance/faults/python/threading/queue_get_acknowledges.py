# what: Taking an item acknowledges it.
# kills: threading.queue.sentinel-unacknowledged
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        item = super().get(block, timeout)
        super().task_done()
        return item

    def task_done(self):
        pass


adapter.give_instead("queue", Queue=Queue)
