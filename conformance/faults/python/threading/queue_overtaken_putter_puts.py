# what: A putter with a limit that was woken puts without looking whether there still is room.
# kills: threading.queue.put-full
# kind: fault

import queue


class Queue(queue.Queue):
    def put(self, item, block=True, timeout=None):
        if not block or timeout is None or timeout < 0:
            return super().put(item, block, timeout)
        with self.not_full:
            if 0 < self.maxsize <= len(self.queue) and not self.not_full.wait(timeout):
                raise queue.Full
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()


adapter.give_instead("queue", Queue=Queue)
