# what: A put with a negative timeout stores its item before the timeout is refused.
# kills: threading.queue.bad-timeout
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        if self.maxsize > 0 and timeout is not None and timeout < 0:
            self.queue.append(item)
        super().put(item, block, timeout)


adapter.give_instead("queue", Queue=Queue)
