# what: None is put before all that waits in the queue.
# kills: threading.queue.sentinel-after-all-items
# kind: fault

import queue


class Queue(queue.Queue):
    def _put(self, item):
        if item is None:
            self.queue.appendleft(item)
        else:
            self.queue.append(item)


adapter.give_instead("queue", Queue=Queue)
