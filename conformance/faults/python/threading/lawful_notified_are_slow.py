# what: Who is woken takes the lock back some time later.
# kind: lawful
# tries: threading.condition.*, threading.event.*, threading.queue.*
# chapters: threading

import threading
import time


class Condition(threading.Condition):
    def __init__(self, lock=None):
        super().__init__(lock)
        self.take_back, self._acquire_restore = self._acquire_restore, self.take_back_later

    def take_back_later(self, state):
        time.sleep(0.001)
        self.take_back(state)


threading.Condition = Condition
