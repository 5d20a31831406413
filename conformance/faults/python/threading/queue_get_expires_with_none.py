# what: A get whose timeout expires gives None.
# kills: threading.queue.get-timeout
# kind: fault

import queue


class Queue(queue.Queue):
    def get(self, block=True, timeout=None):
        try:
            return super().get(block, timeout)
        except queue.Empty:
            if not timeout:
                raise


adapter.give_instead("queue", Queue=Queue)
