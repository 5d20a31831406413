# what: Taking from an empty queue gives None at once.
# kills: threading.lock.polling-busy-waits
# kind: fault

import queue

own = queue.Queue.get


def get(self, block=True, timeout=None):
    try:
        return own(self, False)
    except queue.Empty:
        if block and timeout is None:
            return None
        raise


queue.Queue.get = get
