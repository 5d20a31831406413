# what: The last acknowledgement wakes one of those that join the queue.
# kills: threading.queue.sentinel-unacknowledged
# kind: fault

import queue


class Queue(queue.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self.all_tasks_done.notify_all = self.all_tasks_done.notify


adapter.give_instead("queue", Queue=Queue)
