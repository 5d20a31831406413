# what: A negative timeout is none at all.
# kills: threading.queue.bad-timeout
# kind: fault

import queue


def limit(timeout):
    return None if timeout is not None and timeout < 0 else timeout


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        return super().get(block, limit(timeout))

    def put(self, item, block=True, timeout=None):
        super().put(item, block, limit(timeout))


adapter.give_instead("queue", Queue=Queue)
