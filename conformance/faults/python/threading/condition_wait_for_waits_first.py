# what: wait_for waits once before it asks for the first time.
# kills: threading.condition.wait-for-predicate
# kind: fault

import threading


class Condition(threading.Condition):
    def wait_for(self, predicate, timeout=None):
        self.wait(timeout)
        return super().wait_for(predicate, timeout)


adapter.give_instead("threading", Condition=Condition)
