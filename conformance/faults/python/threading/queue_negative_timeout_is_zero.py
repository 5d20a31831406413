# what: A negative timeout is one of zero.
# kills: threading.queue.bad-timeout
# kind: fault

import queue


def limit(timeout):
    return timeout if timeout is None else max(0, timeout)


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        return super().get(block, limit(timeout))

    def put(self, item, block=True, timeout=None):
        super().put(item, block, limit(timeout))


adapter.give_instead("queue", Queue=Queue)
