# what: join waits until the queue is empty, acknowledged or not.
# kills: threading.queue.sentinel-unacknowledged
# kind: fault

import queue


class Queue(queue.Queue):
    def join(self):
        with self.mutex:
            self.all_tasks_done.wait_for(lambda: not self._qsize())


adapter.give_instead("queue", Queue=Queue)
