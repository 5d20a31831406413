# what: Each notification gives wait_for its whole limit again.
# kills: threading.condition.wait-for-predicate
# kind: fault

import threading


class Condition(threading.Condition):
    def wait_for(self, predicate, timeout=None):
        result = predicate()
        while not result and self.wait(timeout):
            result = predicate()
        return result or predicate()


adapter.give_instead("threading", Condition=Condition)
