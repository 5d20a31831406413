# what: Timed waits last longer than asked for.
# kind: lawful
# tries: threading.condition.*, threading.event.*, threading.queue.*, threading.semaphore.*, threading.lock.timed-*
# chapters: threading

import threading


class Condition(threading.Condition):
    def wait(self, timeout=None):
        return super().wait(timeout and timeout + 0.03)


threading.Condition = Condition
