# what: join returns at once.
# kills: threading.queue.task-done-too-many, threading.queue.sentinel-unacknowledged
# kind: fault

import queue


class Queue(queue.Queue):
    def join(self):
        pass


adapter.give_instead("queue", Queue=Queue)
